// A small internet for the tests of what leaves the browser. Every host is this server, over real TLS, and it keeps every request
// with all its headers. A browser reaches it through a proxy, so that no request can go elsewhere unseen.
import { createSign, generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { connect } from 'node:net';

/** A value in DER, the encoding of certificates. */
function der(tag, ...parts) {
  const body = Buffer.concat(parts);
  const { length } = body;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), body]);
}

/** Creates an untrusted certificate for each run, so that the repository contains no key and no certificate expires. */
function certificate() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const ecdsaWithSha256 = der(0x30, Buffer.from('06082a8648ce3d040302', 'hex'));
  const name = der(0x30, der(0x31, der(0x30, Buffer.from('0603550403', 'hex'), der(0x0c, Buffer.from('tests')))));
  const day = (from) =>
    der(
      0x17,
      Buffer.from(`${new Date(Date.now() + from * 86_400_000).toISOString().slice(2, 19).replace(/[-:T]/g, '')}Z`),
    );
  const signed = der(
    0x30,
    Buffer.from('a003020102', 'hex'),
    der(0x02, Buffer.from([1])),
    ecdsaWithSha256,
    name,
    der(0x30, day(-1), day(7)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
  );
  const signature = createSign('sha256').update(signed).sign(privateKey);
  const whole = der(0x30, signed, ecdsaWithSha256, der(0x03, Buffer.from([0]), signature));
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }),
    cert: `-----BEGIN CERTIFICATE-----\n${whole.toString('base64')}\n-----END CERTIFICATE-----\n`,
  };
}

/** Whether a browser itself sent this request to its maker. Such a request names no site, and no page can cause it. */
const isBrowsersOwn = ({ host, headers }) =>
  /(^|\.)(google\.com|googleapis\.com|gvt1\.com|gstatic\.com|mozilla\.(com|org|net)|firefox\.com)$/.test(host) &&
  !headers.referer &&
  !/\.example$/.test(headers.origin) &&
  ['none', undefined].includes(headers['sec-fetch-site']);

/**
 * Starts it. `answer` gets host and path of each request and returns a body, a body with status and headers, or nothing for an empty
 * page. `asked` contains the requests, and with the method CONNECT the hosts that a browser only connected to.
 */
export async function startNet(answer) {
  const asked = [];
  const handle = (request, response) => {
    const { host } = request.headers;
    const { pathname, search } = new URL(request.url, `https://${host}`);
    asked.push({ method: request.method, host, path: pathname + search, headers: request.headers });
    const given = answer({ host, path: pathname, search }) ?? `<!doctype html><title>${host}</title><h1>${host}</h1>`;
    const { body, status = 200, headers = {} } = given.body === undefined ? { body: given } : given;
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers });
    response.end(body);
  };
  const secure = createHttpsServer(certificate(), handle).listen(0, '127.0.0.1');
  await once(secure, 'listening');
  const { port: securePort } = /** @type {import('node:net').AddressInfo} */ (secure.address());
  const proxy = createHttpServer(handle);
  const open = new Set();
  proxy.on('connect', (request, socket, head) => {
    asked.push({
      method: 'CONNECT',
      host: String(request.url).replace(/:443$/, ''),
      path: '',
      headers: request.headers,
    });
    const through = connect(securePort, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      through.write(head);
      through.pipe(socket).pipe(through);
    });
    for (const [one, other] of [
      [socket, through],
      [through, socket],
    ]) {
      open.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
    }
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (proxy.address());
  return {
    asked,
    /** The requests of pages, without those of the browser itself. */
    askedByPages: () => asked.filter((one) => !isBrowsersOwn(one) && one.method !== 'CONNECT'),
    /** Every host that a page sent a request to or connected to. */
    hosts: () => [...new Set(asked.filter((one) => !isBrowsersOwn(one)).map(({ host }) => host))],
    /** The launch options of a browser that reaches only this server. */
    launch: {
      chromium: {
        acceptInsecureCerts: true,
        args: [`--proxy-server=http://127.0.0.1:${port}`, '--ignore-certificate-errors'],
      },
      firefox: {
        acceptInsecureCerts: true,
        extraPrefsFirefox: {
          'network.proxy.type': 1,
          'network.proxy.http': '127.0.0.1',
          'network.proxy.http_port': port,
          'network.proxy.ssl': '127.0.0.1',
          'network.proxy.ssl_port': port,
          // Firefox's preloaded list would refuse this certificate for some hosts
          'network.stricttransportsecurity.preloadlist': false,
        },
      },
    },
    close: async () => {
      for (const socket of open) socket.destroy();
      secure.closeAllConnections();
      proxy.closeAllConnections();
      secure.close();
      proxy.close();
      await Promise.all([once(secure, 'close'), once(proxy, 'close')]);
    },
  };
}
