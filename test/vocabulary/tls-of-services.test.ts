import { postgresql, type Site, tcp } from 'stanchion';
import { architecture } from '../../src/index.js';
import { build } from '../support/build.js';
import { problemsOf } from '../support/problems-of.js';

function listenerWith(make: (site: Site) => ReturnType<typeof postgresql>) {
  const site = architecture('x');
  site.database('orders', { listens: make(site) });
  return build(site)[0]!.byId.get('orders')?.listeners?.[0];
}

describe('what a listener of a service says of TLS', () => {
  test('stands beside its certificate', () => {
    const listener = listenerWith((site) =>
      postgresql({ tls: site.certificate('db'), minimumVersion: '1.3', clientCertificate: 'required' }),
    );
    expect(listener?.tls).toEqual({
      certificate: 'certificate/db',
      minimumVersion: '1.3',
      clientCertificate: 'required',
    });
  });

  test('says that it speaks TLS, also where no certificate is named', () => {
    expect(listenerWith(() => postgresql({ minimumVersion: '1.2' }))?.tls).toEqual({ minimumVersion: '1.2' });
    expect(listenerWith(() => postgresql())).not.toHaveProperty('tls');
  });

  test('does not go with plaintext', () => {
    const problems = problemsOf((site) => {
      site.database('orders', { listens: postgresql({ tls: false, minimumVersion: '1.2' }) });
      site.component('relay', { listens: tcp(25, { tls: false, clientCertificate: 'none' }) });
    });
    expect(problems.map(({ message, hint }) => [message, hint])).toEqual([
      [
        "The listener of 'orders' is plaintext (tls: false) and has 'minimumVersion'.",
        "Name its certificate instead of false, or take 'minimumVersion' out.",
      ],
      [
        "The listener of 'relay' is plaintext (tls: false) and has 'clientCertificate'.",
        "Name its certificate instead of false, or take 'clientCertificate' out.",
      ],
    ]);
  });
});
