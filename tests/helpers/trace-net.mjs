// A small internet of its own for the tests of what leaves the browser: every host is this server, over real TLS, and every
// request is kept with all its headers. A browser reaches it through a proxy, so that no request can go anywhere else unseen.
import { createSign, generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { connect } from 'node:net';

/** A value in DER, the encoding that certificates are written in. */
function der(tag, ...parts) {
  const body = Buffer.concat(parts);
  const { length } = body;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), body]);
}

/** A certificate nobody trusts, made anew for each run: no key lies in the repository, and none grows old. */
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

/** What browsers ask of their makers by themselves, which no page can cause: it comes from no site. */
const isBrowsersOwn = ({ host, headers }) =>
  /(^|\.)(google\.com|googleapis\.com|gvt1\.com|gstatic\.com|mozilla\.(com|org|net)|firefox\.com)$/.test(host) &&
  !headers.referer &&
  !/\.example$/.test(headers.origin) &&
  ['none', undefined].includes(headers['sec-fetch-site']);

/**
 * Starts it. `answer` is asked for each request, with host and path, and gives a body, or a body with status and headers, or
 * nothing for an empty page. Requests are in `asked`; hosts that were only connected to stand there too, with the method CONNECT.
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
    /** All that pages asked for, and so not what the browser itself did. */
    askedByPages: () => asked.filter((one) => !isBrowsersOwn(one) && one.method !== 'CONNECT'),
    /** Every host that was asked for anything, or only connected to, in the same sense. */
    hosts: () => [...new Set(asked.filter((one) => !isBrowsersOwn(one)).map(({ host }) => host))],
    /** What a browser needs to be launched with, to see this and nothing else. */
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
          // some hosts are known to Firefox as ones that never have such a certificate
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
