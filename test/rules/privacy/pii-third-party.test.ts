import { architecture, type Site } from '../../../src/index.js';
import rule from '../../../src/rules/privacy/pii-third-party.js';
import { testRule } from '../../../src/testing.js';
import type { DataClass } from '../../../src/vocabulary/words.js';

function site(fill: (site: Site) => void): Site {
  const shop = architecture('shop');
  fill(shop);
  return shop;
}

const told = (agreed: boolean | undefined) => (agreed === undefined ? {} : { processorAgreement: agreed });

function mailer(carries: readonly DataClass[] | undefined, agreed?: boolean, holds?: readonly DataClass[]) {
  return site((shop) => {
    const app = shop.appServer('app');
    app.calls(shop.externalService('mailer', { role: 'mail', ...told(agreed) }), carries ? { carries } : {});
    if (holds) app.reads(shop.objectStore('files', { holds }));
  });
}

function vault(holds: readonly DataClass[] | undefined, agreed?: boolean) {
  return site((shop) => {
    shop.objectStore('files', holds ? { holds } : {}).backsUp(shop.externalService('vault', told(agreed)));
  });
}

function caller(carries: readonly DataClass[] | undefined, agreed?: boolean) {
  return site((shop) => {
    const app = shop.appServer('app');
    app.reads(shop.objectStore('files', { holds: ['health'] }));
    shop.externalService('partner', told(agreed)).calls(app, carries ? { carries } : {});
  });
}

function visited() {
  return site((shop) => shop.user('visitor').visits(shop.externalService('wiki', told(false))));
}

testRule(rule, {
  valid: [
    { name: 'there is an agreement', model: mailer(['personal'], true) },
    { name: 'no data about people go there', model: mailer(['confidential', 'credentials'], false) },
    { name: 'nobody has any to send', model: mailer(undefined, false) },
    { name: 'nor are they in what the sender has', model: mailer(undefined, false, ['internal']) },
    { name: 'a backup of what is public', model: vault(['public'], false) },
    { name: 'what a caller gets is told', model: caller(['public'], false) },
    { name: 'what users do there is theirs', model: visited() },
    { name: 'an agreement covers what is untold', model: vault(undefined, true) },
  ],
  invalid: [
    {
      name: 'a call that says so',
      model: mailer(['personal', 'health'], false),
      findings: [
        {
          at: 'externalService/mailer',
          severity: 'medium',
          message: 'mailer gets data of class personal and health, and no agreement on their processing exists.',
          evidence: ['app calls externalService/mailer'],
        },
      ],
    },
    { name: 'payment data are about people', model: mailer(['payment'], false), findings: [{}] },
    { name: 'a backup', model: vault(['personal'], false), findings: [{ at: 'externalService/vault' }] },
    { name: 'a caller', model: caller(['health'], false), findings: [{ at: 'externalService/partner' }] },
    {
      name: 'it says itself that it holds them',
      model: site((shop) => shop.externalService('accounts', { holds: ['personal'], processorAgreement: false })),
      findings: [{ at: 'externalService/accounts' }],
    },
  ],
  cannotTell: [
    { name: 'an agreement is untold', model: mailer(['personal']), missing: ['processorAgreement'] },
    { name: 'the sender has such data in hand', model: mailer(undefined, false, ['personal']), missing: ['carries'] },
    { name: 'a caller of what has them', model: caller(undefined), missing: ['carries'] },
    { name: 'what is backed up is untold', model: vault(undefined, false), missing: ['holds'] },
  ],
});
