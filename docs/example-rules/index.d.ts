import type { Rule } from 'stanchion/rules';

declare module 'stanchion' {
  interface CustomRules {
    'acme/engine-unsupported': { readonly engines: readonly string[] };
  }
}

declare const rules: readonly Rule[];
export default rules;
