import type { Type } from './text-width.js';

/** Every size and weight that pictures use; pixels. Measuring and drawing read the same table. */
export const typeScale = {
  title: { size: 20, weight: 700 },
  subtitle: { size: 12, weight: 400 },
  name: { size: 13, weight: 600 },
  detail: { size: 11, weight: 400 },
  groupTitle: { size: 12, weight: 600 },
  groupDetail: { size: 11, weight: 400 },
  label: { size: 11, weight: 500 },
  count: { size: 12, weight: 700 },
  badge: { size: 10.5, weight: 700 },
  key: { size: 10, weight: 700 },
  legend: { size: 11, weight: 400 },
  footer: { size: 10.5, weight: 400 },
} as const satisfies Record<string, Type>;

/** No font of the stack may be wider than those measured before one that is known. */
export const fontStack =
  "Inter,'Segoe UI','Helvetica Neue',Arial,'Liberation Sans',Roboto,'Noto Sans','Noto Sans CJK SC','Noto Sans Arabic',sans-serif";
