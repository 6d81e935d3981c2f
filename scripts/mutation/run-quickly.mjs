// Judges the mutants of one folder, those only of which an earlier run does not tell, and keeps what it finds as it goes.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { absolute, bundleTests } from './bundle.mjs';
import { sourcesOf, testsOf } from './folders.mjs';
import { instrument } from './instrument.mjs';
import { digestOfSource, digestsOfTests, keep, keptOf, leftFor } from './kept.mjs';
import { work } from './work.mjs';

/**
 * In milliseconds: how long a test may take beyond ten times what it takes anyway, how long each comparison on random models may
 * take, and how long all tests of a mutant, of which the slow ones are left out where that is more.
 */
const times = { patience: 2_000, slice: 300, budget: 4_000 };
const effort = JSON.stringify(times);
/** How often results are written, in milliseconds. */
const often = 3_000;

/** All mutants with their `status`, of the sources for which `isAsked` holds. */
export async function runQuickly(folder, { isAsked = () => true, anew = false, tell = () => undefined } = {}) {
  const tests = testsOf(folder);
  const digests = await digestsOfTests(tests);
  const sources = sourcesOf(folder).filter(isAsked);
  const states = sources.map((source) => stateOf(folder, source, digests, anew));
  const open = states.filter(({ isDone }) => !isDone);
  if (open.length > 0) await judge(folder, open, digests, tell);
  return states.flatMap(({ mutants }) => mutants);
}

function stateOf(folder, source, digests, anew) {
  const kept = anew ? undefined : keptOf(folder, source);
  const known = new Map();
  for (const mutant of kept?.mutants ?? [])
    known.set(nameOf(mutant), { ...mutant, left: leftFor(mutant, kept, digests, effort) });
  const isDone = kept?.isWhole === true && [...known.values()].every(({ left }) => left.length === 0);
  return { source, digest: digestOfSource(source), known, isDone, mutants: kept?.mutants ?? [] };
}

/** Numbers of mutants differ from run to run. */
function nameOf({ line, column, end, mutator, replacement }) {
  return `${line}:${column}-${end} ${mutator} ${replacement}`;
}

async function judge(folder, states, digests, tell) {
  const { sources, mutants } = await instrument(states.map(({ source }) => source));
  const stateBySource = new Map(states.map((state) => [state.source, state]));
  for (const state of states) state.mutants = mutants.filter(({ file }) => file === state.source);
  const open = new Map();
  for (const mutant of mutants) {
    const { left = 'all', ...before } = stateBySource.get(mutant.file).known.get(nameOf(mutant)) ?? {};
    if (mutant.status === 'Ignored') continue;
    if (left.length === 0) Object.assign(mutant, before, { id: mutant.id });
    else open.set(mutant.id, { mutant, before, only: left === 'all' ? undefined : left });
  }
  const task = await prepare(folder, sources, [...open.values()], Object.keys(digests));
  const write = writer(folder, states, digests);
  let done = 0;
  const settle = (id, fate) => {
    const { mutant, before, only } = open.get(id);
    open.delete(id);
    Object.assign(mutant, only ? together(before, fate) : fate);
    write(stateBySource.get(mutant.file));
    done += 1;
    tell(done, done + open.size);
  };
  const waiting = () => [...open].map(([id, { only }]) => ({ id, only }));
  while (open.size > 0) await work({ ...task, ...times, mutants: waiting() }, settle);
  write.all();
}

/** What earlier tests have missed, and what more of them say. */
function together(before, now) {
  if (/Killed|Timeout/.test(now.status) || before.status === 'NoCoverage' || before.status === 'Static') return now;
  return { status: 'Survived', ...(before.cut || now.cut ? { cut: true } : {}) };
}

async function prepare(folder, sources, open, tests) {
  const place = absolute(join('.cache', 'mutation', folder));
  mkdirSync(place, { recursive: true });
  const [script, survey, path] = ['tests.cjs', 'survey.json', 'task.json'].map((name) => join(place, name));
  rmSync(survey, { force: true });
  const needed = open.every(({ only }) => only)
    ? tests.filter((test) => open.some(({ only }) => only.includes(test)))
    : tests;
  if (open.length > 0) writeFileSync(script, (await bundleTests(needed, sources)).script);
  return { script, survey, path, tests: needed };
}

/** Writes the sources that have news, now and then. */
function writer(folder, states, tests) {
  const news = new Set();
  let last = Date.now();
  const writeNews = () => {
    for (const { source, digest, mutants } of news) {
      const judged = mutants.filter(({ status }) => status);
      const isWhole = judged.length === mutants.length;
      keep(folder, source, { digest, isWhole, effort, tests, mutants: judged });
    }
    news.clear();
    last = Date.now();
  };
  const write = (state) => {
    news.add(state);
    if (Date.now() - last > often) writeNews();
  };
  const all = () => {
    for (const state of states) news.add(state);
    writeNews();
  };
  return Object.assign(write, { all });
}
