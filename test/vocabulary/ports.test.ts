import { http, tcp, udp } from 'stanchion';
import { messagesOf, problemsOf, unchecked } from '../support/problems-of.js';

describe('ports', () => {
  test('twice on one host', () => {
    const problems = problemsOf((site) => {
      const server = site.server('front');
      server.webServer('web', { listens: http({ port: 8080 }) });
      server.appServer('app', { listens: tcp(8080) });
    });
    expect(problems).toMatchObject([
      {
        message: "Port 8080 is taken twice on 'front', by 'web' and by 'app'.",
        hint: 'Give one of them another port.',
      },
    ]);
  });

  test('twice on one element', () => {
    const listens = { one: http({ port: 80 }), other: http({ port: 80 }) };
    expect(messagesOf((site) => site.webServer('web', { listens }))).toEqual(["Port 80 is taken twice on 'web'."]);
  });

  test('of tcp and udp, of several hosts, or not told, do not meet', () => {
    const messages = messagesOf((site) => {
      const server = site.server('front');
      server.component('names', { listens: { tcp: tcp(53), udp: udp(53) } });
      server.webServer('web', { listens: http() });
      server.appServer('app', { listens: http() });
      site.server('back').component('names', { listens: tcp(53) });
      site.component('names', { listens: tcp(53) });
    });
    expect(messages).toEqual([]);
  });

  test.each([0, 65_536, -1, 80.5, Number.NaN, '80'])('%j is none', (port) => {
    expect(messagesOf((site) => site.webServer('web', { listens: http({ port: unchecked(port) }) }))).toEqual([
      expect.stringContaining("'port' of the http listener of 'web' must be a port, 1 to 65535, not"),
    ]);
  });
});
