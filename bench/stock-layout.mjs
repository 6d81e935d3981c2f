// What the stock package takes from import to the first picture of twelve boxes: what a render is compared with.
import { Graphviz } from '@hpcc-js/wasm-graphviz';

const graphviz = await Graphviz.load();
const picture = graphviz.dot(`digraph {
  node [shape=box, width=2, height=0.8]; splines=ortho; nodesep=0.8; ranksep=1;
  visitor -> record -> balancer; guard -> balancer;
  balancer -> web1; balancer -> web2;
  subgraph cluster1 { label="server-1"; firewall1; web1 -> app1; app1 -> database1 }
  subgraph cluster2 { label="server-2"; firewall2; web2 -> app2; database2 }
  app2 -> database1; database2 -> database1;
}`);
if (!picture.includes('<svg')) throw new Error('no picture');
