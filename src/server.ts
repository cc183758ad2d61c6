/**
 * What an edge worker imports instead of the script: nothing. It is neither Node nor a browser, so Lit fails there, and with it the request
 * for the page. The fallback in the page's HTML needs no script.
 */
export {};
