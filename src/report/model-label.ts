import type { Architecture } from '../graph/architecture.js';

/** `shop`, or `shop (staging)` where the model says which environment it is. */
export function modelLabel({ name, facts: { environment } }: Architecture): string {
  return environment === undefined ? name : `${name} (${environment})`;
}
