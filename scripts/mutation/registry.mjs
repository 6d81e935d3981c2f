// As much of jest as the tests of this package use.
import { expect } from 'expect';

let collected = [];

/** The tests that a file of tests registers, in their order. */
export function testsRegisteredBy(load) {
  collected = [];
  load();
  return collected;
}

function test(_name, run) {
  collected.push(run);
}

function describe(_name, register) {
  register();
}

/** A row that is a list gives the arguments, any other row is the only one. */
const withEach = (register) =>
  Object.assign(register, {
    each: (rows) => (name, run) => {
      for (const row of rows) register(name, () => run(...(Array.isArray(row) ? row : [row])));
    },
  });

Object.assign(globalThis, { test: withEach(test), it: test, describe: withEach(describe), expect });
