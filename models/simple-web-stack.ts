import { architecture, http, mysql } from 'stanchion';

// First stage of the course: one server does everything.

const site = architecture('Simple web stack', {
  summary: 'One server runs the web server, the application and the database of www.foobar.com.',
  complete: ['firewalls', 'monitoring', 'replication'],
});

const visitor = site.user('visitor', { description: 'Opens www.foobar.com in a browser.' });

const server = site.server('server', { publicAddress: '8.8.8.8' });
const web = server.webServer('nginx', { software: 'nginx', listens: http() });
const app = server.appServer('application', {
  why: 'Runs the application files and answers what the web server cannot.',
});
const db = server.database('mysql', { engine: 'mysql', listens: mysql() });

visitor.visits(site.dns('foobar.com').record('A', 'www', web));
web.forwards(app);
app.reads(db);
app.writes(db);

export default site;
