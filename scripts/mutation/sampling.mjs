// Comparisons on random models take seconds, for each mutant that none of them notices. Here each looks at the first cases only:
// as many as fit a slice of time while there is no mutant, so that every mutant is tried on the same ones.
const fewest = 10;

let course = { cases: [], next: 0, failed: false };

/** Counts the cases that fit `slice`, in milliseconds of the processor, for each property that the next test asserts. */
export function measureCases(slice) {
  course = { slice, cases: [], isCut: false, failed: false };
  return course;
}

/** As many cases as were counted; `failed` tells a property that failed from what a test says of having seen too few cases. */
export function repeatCases(cases) {
  course = { cases, next: 0, failed: false };
  return course;
}

/** What the tests import in the place of fast-check. A case that fails is enough: it is not made smaller. */
export function shortened(fastCheck) {
  const some = { ...fastCheck, assert: (property, options) => assertSome(fastCheck, property, options) };
  return Object.assign(some, { default: some });
}

function assertSome(fastCheck, property, options) {
  const how = { ...options, endOnFailure: true };
  if (property.isAsync()) return fastCheck.assert(property, how);
  const now = course;
  try {
    if (now.slice === undefined) fastCheck.assert(property, { ...how, numRuns: now.cases[now.next++] ?? fewest });
    else measure(fastCheck, property, how, now);
  } catch (failure) {
    now.failed = true;
    throw failure;
  }
}

function measure(fastCheck, property, how, now) {
  const start = process.cpuUsage();
  let count = 0;
  let skipped = 0;
  const run = (value) => {
    const isEnough = skipped > 0 || (count >= fewest && milliseconds(start) > now.slice);
    if (!isEnough) count += 1;
    else skipped += 1;
    return isEnough ? null : property.run(value);
  };
  fastCheck.assert(withRun(property, run), how);
  now.cases.push(count);
  now.isCut ||= skipped > 0;
}

function withRun(property, run) {
  const get = (target, name) => {
    if (name === 'run') return run;
    return typeof target[name] === 'function' ? target[name].bind(target) : target[name];
  };
  return new Proxy(property, { get });
}

/** Of the processor: a busy machine makes nothing late. */
export function milliseconds(start) {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
