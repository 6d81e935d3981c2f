import {
  type AppServer,
  architecture,
  type Database,
  http,
  mysql,
  type Server,
  type Site,
  type WebServer,
} from 'stanchion';

// Parts of a model are functions, with handles for parameters.

function fill(server: Server): { web: WebServer; app: AppServer } {
  const web = server.webServer('web', { listens: http() });
  const app = server.appServer('app');
  web.forwards(app);
  return { web, app };
}

function stores(site: Site): { original: Database<'mysql'>; replica: Database } {
  const original = site.database('original', { engine: 'mysql', listens: mysql() });
  const replica = site.database('replica', { engine: 'mysql' });
  replica.replicates(original);
  return { original, replica };
}

function connect(app: AppServer, { original, replica }: { original: Database; replica: Database }): void {
  app.reads([original, replica]);
  app.writes(original);
}

const site = architecture('A model in parts');
const { app } = fill(site.server('server'));
connect(app, stores(site));

export default site;
