import { architecture, type DataClass } from '../../../src/index.js';
import rule from '../../../src/rules/data/encryption-at-rest.js';
import { testRule } from '../../../src/testing.js';

interface Given {
  readonly holds?: readonly DataClass[];
  readonly atRest?: boolean;
  /** Of the backup on its way, and of where it lies; no backup where left out. */
  readonly backup?: readonly [encrypted: boolean | undefined, atRest: boolean | undefined];
  readonly carries?: readonly DataClass[];
}

function customers({ holds, atRest, backup, carries }: Given) {
  const site = architecture('shop');
  const facts = { ...(holds && { holds }), ...(atRest !== undefined && { encryptedAtRest: atRest }) };
  const store = site.database('customers', facts);
  if (carries) site.appServer('app').writes(store, { carries });
  if (backup) {
    const [encrypted, there] = backup;
    const vault = site.objectStore('vault', there === undefined ? {} : { holds, encryptedAtRest: there });
    store.backsUp(vault, encrypted === undefined ? {} : { encrypted });
  }
  return site;
}

function grouped(ofMembers: readonly (boolean | undefined)[], ofCluster?: boolean) {
  const site = architecture('shop');
  const members = ofMembers.map((atRest, index) =>
    site.database(`node ${index + 1}`, {
      holds: ['payment'],
      ...(atRest !== undefined && { encryptedAtRest: atRest }),
    }),
  );
  site.cluster('group', members, ofCluster === undefined ? {} : { encryptedAtRest: ofCluster });
  return site;
}

const personal = ['personal'] as const;
const atRest = (element: string) => ({ on: { element }, set: { encryptedAtRest: true } });
const onTheWay = { on: { flow: 'customers backsUp vault' }, set: { encrypted: true } };

testRule(rule, {
  valid: [
    { name: 'encrypted', model: customers({ holds: personal, atRest: true }) },
    {
      name: 'and its backup on the way',
      model: customers({ holds: personal, atRest: true, backup: [true, undefined] }),
    },
    { name: 'or where it lies', model: customers({ holds: personal, atRest: true, backup: [false, true] }) },
    {
      name: 'nothing sensitive',
      model: customers({ holds: ['public', 'internal'], atRest: false, backup: [false, false] }),
    },
    { name: 'all the group', model: grouped([undefined, true], true) },
    { name: 'nothing is told', model: customers({ backup: [undefined, undefined] }) },
    { name: 'nothing sensitive passes', model: customers({ carries: ['internal'] }) },
    {
      name: 'other classes wanted',
      model: customers({ holds: personal, atRest: false }),
      options: { classes: ['health'] },
    },
  ],
  invalid: [
    {
      name: 'a store',
      model: customers({ holds: ['public', 'health', 'personal'], atRest: false }),
      findings: [
        {
          at: 'customers',
          severity: 'high',
          message: 'Data of class personal and health lie unencrypted in customers.',
          fix: [atRest('customers')],
        },
      ],
    },
    ...(['confidential', 'credentials', 'payment'] as const).map((one) => ({
      name: one,
      model: customers({ holds: [one], atRest: false }),
      findings: [{ message: `Data of class ${one} lie unencrypted in customers.` }],
    })),
    {
      name: 'its backup, and where that lies is spoken of once',
      model: customers({ holds: personal, atRest: true, backup: [undefined, false] }),
      findings: [
        {
          at: 'customers',
          message: 'Data of class personal lie unencrypted in the backup of customers in vault.',
          evidence: ['customers backsUp vault', 'vault'],
          fix: [onTheWay],
        },
      ],
    },
    {
      name: 'both',
      model: customers({ holds: personal, atRest: false, backup: [false, undefined] }),
      findings: [
        {
          message: 'Data of class personal lie unencrypted in customers and in its backup in vault.',
          fix: [atRest('customers'), onTheWay],
        },
      ],
    },
    {
      name: 'one of a group',
      model: grouped([undefined, false]),
      findings: [{ at: 'node 1', evidence: ['node 2'], fix: [atRest('node 2')] }],
    },
    {
      name: 'a group that says it for its members',
      model: grouped([true, undefined], false),
      findings: [{ at: 'node 1', fix: [atRest('cluster/group')] }],
    },
  ],
  cannotTell: [
    { name: 'whether it is encrypted', model: customers({ holds: personal }), missing: ['encryptedAtRest'] },
    { name: 'one of a group', model: grouped([true, undefined]), missing: ['encryptedAtRest'] },
    {
      name: 'whether its backup is',
      model: customers({ holds: personal, atRest: true, backup: [undefined, undefined] }),
      missing: ['encrypted'],
    },
    { name: 'what lies there unencrypted', model: customers({ atRest: false }), missing: ['holds'] },
    { name: 'what is backed up unencrypted', model: customers({ backup: [false, undefined] }), missing: ['holds'] },
    { name: 'what it keeps of what passes', model: customers({ carries: personal }), missing: ['holds'] },
  ],
});
