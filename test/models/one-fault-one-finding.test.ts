import competingRoles from '../../models/competing-roles.js';
import layeredFirewalls from '../../models/layered-firewalls.js';
import lostClientCertificate from '../../models/lost-client-certificate.js';
import oneCertificateEverywhere from '../../models/one-certificate-everywhere.js';
import sharedServers from '../../models/shared-servers-round-robin.js';
import { audit } from '../../src/audit/audit.js';
import { presetSettings } from '../../src/audit/presets.js';
import type { ArchitectureDocument } from '../../src/graph/architecture.js';
import { createGraph } from '../../src/graph/create-graph.js';
import { rules } from '../../src/rules/index.js';
import { collect } from '../../src/vocabulary/collect.js';
import { singleEdits } from './edits/single-edits.js';

/** Fingerprints and rules of what is found. */
function found(document: ArchitectureDocument): ReadonlyMap<string, string> {
  const model = createGraph(structuredClone(document));
  const { findings } = audit(model, {
    today: '2026-11-21',
    rules,
    settings: presetSettings('recommended', rules, [], []),
  });
  return new Map(
    findings.map(({ fingerprint, rule, element }) => [fingerprint, `${rule} @ ${element ?? 'the whole'}`]),
  );
}

function ruleOf(name: string): string {
  return name.slice(0, name.indexOf(' '));
}

/**
 * Edits that rightly take more than one finding away: where no request goes any further, or none has to, nothing that stands on
 * its way is missed, and nothing can be read there.
 */
const endsTheWay = [/^without '.* (visits|resolvesTo|balances|forwards) /, / forwards .*"optional":true/];

describe.each([
  ['000', layeredFirewalls],
  ['001', oneCertificateEverywhere],
  ['002', lostClientCertificate],
  ['003', competingRoles],
  ['004', sharedServers],
])('document %s', (_name, site) => {
  const document = collect(site).documents[0]!;
  const before = found(document);

  test('no single edit of it takes two findings away', () => {
    const twice: string[] = [];
    const mended = new Set<string>();
    for (const { edit, document: edited } of singleEdits(document)) {
      const after = found(edited);
      // What is found anew by the same rule is the same fault, grown or moved.
      const fresh = new Set([...after].flatMap(([print, name]) => (before.has(print) ? [] : [ruleOf(name)])));
      const gone = [...before].flatMap(([print, name]) => (after.has(print) || fresh.has(ruleOf(name)) ? [] : [name]));
      if (gone.length === 1) mended.add(gone[0]!);
      if (gone.length < 2 || endsTheWay.some((which) => which.test(edit))) continue;
      twice.push(`${edit} → ${gone.join('; ')}`);
    }
    expect(twice).toEqual([]);
    // Otherwise the edits would show nothing.
    expect(mended.size).toBeGreaterThanOrEqual(3);
  });
});
