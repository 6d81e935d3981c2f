import type { ViewName } from '../scene.js';
import type { View } from '../view.js';
import { data } from './data.js';
import { deployment } from './deployment.js';
import { monitoring } from './monitoring.js';
import { network } from './network.js';
import { overview } from './overview.js';
import { transport } from './transport.js';

/** The views that every model has. */
export const views: Readonly<Record<ViewName, View>> = { overview, deployment, network, transport, data, monitoring };
