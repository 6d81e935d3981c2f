/** Puts a value at the end of the list of its key: a copy of the list for each value would be dear where there are thousands. */
export function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
