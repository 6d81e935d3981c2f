// Reads texts as JSON from standard input and writes what Mermaid's own parser makes of each. A process of its own, since Mermaid
// wants a browser's sanitizer when it is loaded, and gets one here that lets everything pass: so that the test sees every sign.
import { register } from 'node:module';

const sanitizer = 'data:text/javascript,export default {addHook(){},removeHook(){},sanitize:(text)=>text}';
const hooks = `export const resolve = (name, context, next) =>
  name === 'dompurify' ? { url: ${JSON.stringify(sanitizer)}, shortCircuit: true } : next(name, context);`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`);

const { default: mermaid } = await import('mermaid');
mermaid.initialize({ maxEdges: 10_000 });

let given = '';
for await (const chunk of process.stdin) given += chunk;
const told = [];
for (const text of JSON.parse(given)) told.push(await read(text));
process.stdout.write(JSON.stringify(told));

async function read(text) {
  try {
    await mermaid.parse(text);
    const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
    const words = (label) => (label ?? '').replace(/ﬂ°°(\d+)¶ß/g, (_, code) => String.fromCodePoint(Number(code)));
    return {
      title: words(db.getAccTitle()),
      nodes: [...db.getVertices().values()].map(({ id, text: label, type, classes, link }) => ({
        id,
        label: words(label),
        type,
        classes,
        link,
      })),
      frames: db.getSubGraphs().map(({ id, title, nodes }) => ({ id, title: words(title), nodes })),
      edges: db
        .getEdges()
        .map(({ start, end, text: label, stroke, style }) => ({ start, end, label: words(label), stroke, style })),
    };
  } catch (error) {
    return { error: String(error) };
  }
}
