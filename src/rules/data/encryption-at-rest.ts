import {
  type Architecture,
  backupsOf,
  classesHeld,
  classesPassing,
  type DataClass,
  defineRule,
  type Edit,
  type Element,
  type Flow,
  keepsBackups,
  type StoreGroup,
  storeGroups,
  storeKinds,
} from '../../rules-api.js';

const classes: readonly DataClass[] = ['personal', 'confidential', 'credentials', 'payment', 'health'];

export default defineRule({
  id: 'data/encryption-at-rest',
  severity: 'high',
  summary: 'Sensitive data lie unencrypted in a store or in its backup.',
  impact:
    'Whoever gets hold of a disk, a snapshot or a copy of the files reads everything, past every password and every firewall.',
  remedy: 'Encrypt the store and its backups, and keep the key where who takes the disk does not find it.',
  references: ['STRIDE:I', 'CWE-311', 'AWS SEC08-BP02', 'AWS REL09-BP02', 'NIST SC-28(1)', 'NIST CP-9(8)', 'CIS 3.11'],
  options: { classes },
  messages: {
    store: 'Data of class {{classes}} lie unencrypted in {{store}}.',
    backup: 'Data of class {{classes}} lie unencrypted in the backup of {{store}} in {{targets}}.',
    both: 'Data of class {{classes}} lie unencrypted in {{store}} and in its backup in {{targets}}.',
  },

  check({ model, options, pass, report, unknown }) {
    const blamed = new Set<Element>();
    for (const group of targetsLast(model)) {
      // Where others keep their unencrypted backups has been spoken of with what it keeps.
      if (group.members.some((member) => blamed.has(member))) continue;
      const store = group.primary;
      const found = protectionOf(model, group);
      const isOpen = found.plain.length + found.plainBackups.length > 0;
      const held = classesHeld(group);
      const sensitive = (held ?? classesPassing(model, group)).filter((one) => options.classes.includes(one));
      if (held === undefined) {
        if (isOpen || sensitive.length > 0) unknown(store, 'holds');
      } else if (sensitive.length === 0) continue;
      else if (isOpen) {
        const targets = targetsOf(model, found.plainBackups);
        for (const target of targets) blamed.add(target);
        const evidence = { elements: [...found.plain, ...targets], flows: found.plainBackups };
        const shown = { at: store, evidence, fix: encrypting(found) };
        const data = { store, classes: sensitive };
        if (targets.length === 0) report({ ...shown, message: 'store', data });
        else {
          const message = found.plain.length === 0 ? 'backup' : 'both';
          report({ ...shown, message, data: { ...data, targets } });
        }
      } else {
        for (const element of found.untold) unknown(element, 'encryptedAtRest');
        for (const flow of found.untoldBackups) unknown(flow, 'encrypted');
        if (found.untold.length + found.untoldBackups.length === 0) pass(store);
      }
    }
  },
});

interface Protection {
  readonly plain: readonly Element[];
  readonly untold: readonly Element[];
  readonly plainBackups: readonly Flow[];
  readonly untoldBackups: readonly Flow[];
}

/** A backup is encrypted before it leaves or where it lies: either will do. */
function protectionOf(model: Architecture, group: StoreGroup): Protection {
  const { members, cluster } = group;
  const backups = backupsOf(model, group);
  const isEncrypted = ({ facts, to }: Flow) => {
    const said = [facts.encrypted, model.byId.get(to)?.facts.encryptedAtRest];
    return said.includes(true) ? true : said.includes(false) ? false : undefined;
  };
  // What the cluster says holds for members that do not say it themselves.
  const silent = members.filter(({ facts }) => facts.encryptedAtRest === undefined);
  const ofCluster = cluster?.facts.encryptedAtRest;
  return {
    plain: [
      ...members.filter(({ facts }) => facts.encryptedAtRest === false),
      ...(cluster && silent.length > 0 && ofCluster === false ? [cluster] : []),
    ],
    untold: ofCluster === undefined ? silent : [],
    plainBackups: backups.filter((flow) => isEncrypted(flow) === false),
    untoldBackups: backups.filter((flow) => isEncrypted(flow) === undefined),
  };
}

function targetsLast(model: Architecture): readonly StoreGroup[] {
  const groups = storeGroups(model, storeKinds);
  const keeps = new Map(groups.map((group) => [group, keepsBackups(model, group)]));
  return [false, true].flatMap((kept) => groups.filter((group) => keeps.get(group) === kept));
}

function targetsOf(model: Architecture, flows: readonly Flow[]): readonly Element[] {
  return [...new Set(flows.map(({ to }) => to))].flatMap((id) => model.byId.get(id) ?? []);
}

function encrypting({ plain, plainBackups }: Protection): readonly Edit[] {
  return [
    ...plain.map((on) => ({ on, set: { encryptedAtRest: true } })),
    ...plainBackups.map((on) => ({ on, set: { encrypted: true } })),
  ];
}
