/**
 * What the sandbox runs before a model: takes away what would make a model depend on when and where it runs. Plain script
 * text, since it runs in another engine; the loader keeps it as a string.
 *
 * - no clock: `Date.now()` and `new Date()` throw; a date that is written down works, in UTC
 * - no chance: `Math.random()` throws
 * - the language's own objects take no new properties, so that a slip (or an attack) is an error with a line
 */
export const sandboxPrelude = `(() => {
  'use strict';
  const noClock = () => {
    throw new Error('A model has no clock: it must say the same on every day. Write the date down, or pass --today to the audit.');
  };
  const Clock = globalThis.Date;
  const utc = (parts) => (parts.length === 1 ? [textInUtc(parts[0])] : [Clock.UTC(...parts)]);
  const textInUtc = (value) =>
    typeof value === 'string' && /^[+-]?\\d{4,6}-\\d\\d-\\d\\dT[\\d:.]+$/.test(value) ? value + 'Z' : value;
  const Calendar = function Date(...parts) {
    if (!new.target || parts.length === 0) noClock();
    return Reflect.construct(Clock, utc(parts), new.target);
  };
  Calendar.prototype = Clock.prototype;
  Calendar.UTC = Clock.UTC;
  Calendar.parse = (text) => Clock.parse(textInUtc(text));
  Calendar.now = noClock;
  Object.defineProperty(Clock.prototype, 'constructor', { value: Calendar, writable: true, configurable: true });
  for (const part of ['Date', 'Day', 'FullYear', 'Hours', 'Milliseconds', 'Minutes', 'Month', 'Seconds']) {
    for (const way of ['get', 'set']) {
      const inUtc = Clock.prototype[way + 'UTC' + part];
      if (inUtc) Clock.prototype[way + part] = inUtc;
    }
  }
  Clock.prototype.getTimezoneOffset = () => 0;
  for (const name of ['toString', 'toDateString', 'toTimeString', 'toLocaleString', 'toLocaleDateString', 'toLocaleTimeString']) {
    Clock.prototype[name] = Clock.prototype.toISOString;
  }
  globalThis.Date = Calendar;
  Math.random = () => {
    throw new Error('A model has no randomness: it must say the same on every run.');
  };
  delete globalThis.performance;
  delete globalThis.DOMException;
  delete globalThis.SharedArrayBuffer;
  delete globalThis.Atomics;
  for (const name of Object.getOwnPropertyNames(globalThis)) {
    const value = globalThis[name];
    if (typeof value === 'function') {
      if (typeof value.prototype === 'object' && value.prototype !== null) Object.preventExtensions(value.prototype);
      if (name !== 'Error') Object.preventExtensions(value);
    }
  }
  for (const value of [Math, JSON, Reflect]) Object.preventExtensions(value);
})();`;
