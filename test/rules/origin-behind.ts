import { type ApiGateway, anyone, architecture, type Cdn, https, type Site, type Waf } from '../../src/index.js';

interface Wanted {
  readonly lets?: 'anyone' | 'front';
  readonly complete?: boolean;
  readonly criticality?: 'low';
}

/** A web server behind something that filters, and a firewall that lets the internet in to it all the same. */
export function originBehind(made: (site: Site) => Cdn | Waf | ApiGateway, wanted: Wanted = {}) {
  const { lets = 'anyone', complete = true, criticality } = wanted;
  const site = architecture('shop', {
    ...(complete && { complete: ['filters'] as const }),
    ...(criticality && { criticality }),
  });
  const front = made(site);
  const origin = site.webServer('origin', { listens: { web: https(site.certificate('shop')) } });
  origin.firewall('wall', { incoming: 'deny' }).allows(lets === 'anyone' ? anyone : front, origin.at.web);
  site.user('visitor').visits(front);
  front.forwards(origin);
  return site;
}
