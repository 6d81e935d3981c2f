import type { Encryption, Hop, RequestWay } from '../../../analyses/transport/result.js';
import type { Element } from '../../../graph/architecture.js';
import { verbs } from '../../../vocabulary/verbs.js';
import { namesOf } from '../name-of.js';
import type { Telling } from '../report-document.js';
import { heading, paragraph, type ReportNode, table } from '../tree.js';
import { counted, joined } from '../words.js';

const mostWays = 12;

const inWords: Readonly<Record<Encryption, string>> = {
  tls: 'encrypted',
  'mutual tls': 'encrypted, both sides prove who they are',
  tunnel: 'inside an encrypted tunnel',
  local: 'stays on one server',
  plaintext: 'plaintext',
  unknown: 'not told',
};

/** A hop as people see it: the look-up of a name is part of the visit. */
interface Step extends Hop {
  /** The name that was looked up. */
  readonly by?: Element;
}

/** From each user to each store, hop by hop: how it is encrypted, who decrypts, which borders are crossed. */
export function requestWays({ transport, nameOf }: Telling): readonly ReportNode[] {
  const groups = alikeWays(transport.ways);
  if (groups.length === 0) return [];
  const rest = groups.length - mostWays;
  return [
    heading(2, 'The way of a request'),
    ...groups.slice(0, mostWays).flatMap(([first, ...others]) => [
      heading(
        3,
        `From ${nameOf(first.from)} to ${namesOf(
          [first, ...others].map(({ to }) => to),
          nameOf,
        )}`,
      ),
      table(
        ['from', 'does', 'to', 'protocol', 'encryption', 'TLS ends', 'crosses a zone', 'carries'],
        stepsOf(first.hops).map(row),
      ),
    ]),
    ...(rest > 0 ? [paragraph(`${counted(rest, 'more way')} of a request are left out here.`)] : []),
  ];

  function row(step: Step) {
    const port = step.listener?.port;
    const protocol = step.listener?.protocol.toUpperCase() ?? 'not told';
    const by = step.by === undefined ? '' : `, found as ${step.by.name}`;
    return [
      [nameOf(step.from)],
      [verbs[step.flow.verb].phrase],
      [`${nameOf(step.to)}${by}`],
      [port === undefined ? protocol : `${protocol} ${port}`],
      [encryption(step)],
      [step.terminates ? `here${step.certificate ? `, with ${step.certificate.name}` : ''}` : ''],
      [step.crossesZone ? 'yes' : ''],
      [joined(step.carries)],
    ];
  }
}

function encryption({ encryption: sort, version }: Hop): string {
  return version === undefined ? inWords[sort] : `${inWords[sort]}, TLS ${version} or newer`;
}

function stepsOf(hops: readonly Hop[]): readonly Step[] {
  const steps: Step[] = [];
  for (const hop of hops) {
    const before = steps.at(-1);
    if (before?.to.kind !== 'record') steps.push(hop);
    else {
      const { flow, from, crossesZone } = before;
      steps[steps.length - 1] = { ...hop, flow, from, by: before.to, crossesZone: crossesZone || hop.crossesZone };
    }
  }
  return steps;
}

type Alike = [RequestWay, ...RequestWay[]];

/** Ways that differ in which of several like elements they pass are one. */
function alikeWays(ways: readonly RequestWay[]): readonly Alike[] {
  const groups = new Map<string, Alike>();
  for (const way of ways) {
    const places = (element: Element) => element.tier ?? element.id;
    const key = JSON.stringify([
      way.from.id,
      way.hops.map(({ flow, to, encryption: sort, carries }) => [flow.verb, places(to), sort, carries]),
    ]);
    const group = groups.get(key);
    if (group) group.push(way);
    else groups.set(key, [way]);
  }
  return [...groups.values()];
}
