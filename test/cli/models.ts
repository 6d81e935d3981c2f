/** Models as users write them, for tests of the built command. */

/** One server does everything: findings of high severity. */
export const fragile = `import { architecture, http, mysql } from 'stanchion';

const site = architecture('Fragile shop');
const visitor = site.user('visitor');
const server = site.server('server');
const web = server.webServer('nginx', { listens: http() });
const db = server.database('db', { engine: 'mysql', listens: mysql() });
const app = server.appServer('shop');
visitor.visits(web);
web.forwards(app);
app.reads(db);
app.writes(db);

export default site;
`;

/** Nothing in it to find. */
export const empty = `import { architecture } from 'stanchion';

export default architecture('Empty');
`;

/** A type error in line 4. */
export const mistyped = `import { architecture } from 'stanchion';

const site = architecture('Mistyped');
site.server('server', { cpus: 'many' });
export default site;
`;

/** Throws in line 3. */
export const thrower = `import { architecture } from 'stanchion';

throw new Error('out of paper');
export default architecture('Thrower');
`;
