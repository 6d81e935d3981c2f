import engineUnsupported from './rules/engine-unsupported.js';

export default [engineUnsupported];
