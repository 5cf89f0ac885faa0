/**
 * The search for people's places at given prices: state, core and incumbent in one, step by step. The incumbent is the
 * best assignment seen that breaks no hard row of the problem as stated.
 */
import { type Problem, UNPLACED } from '../../problem.ts';
import { gapOf, worthOf } from '../assignment.ts';
import type { EngineOptions } from '../engine.ts';
import { better, type Incumbent } from '../first-answer.ts';
import type { Watch } from '../watch.ts';
import { wholeBound } from '../whole-bound.ts';
import { anneal, placeAtBest, type Schedule } from './anneal.ts';
import { dropUntilKept } from './drop.ts';
import { exactPrices, type PricedProof } from './exact-prices.ts';
import { improve } from './improve.ts';
import { coreOf, lossesAt } from './losses.ts';
import { searchNeighbourhoods } from './neighbourhood.ts';
import { placesOf } from './places.ts';
import { randomFrom } from './random.ts';
import { placeByRegret } from './regret.ts';
import { createState, keepsCapacities } from './state.ts';
import { entrancesOf } from './tree.ts';
import type { Working } from './working.ts';

export interface SearchTask {
  /** As stated, and with cuts. */
  readonly problem: Problem;
  readonly whole: Problem;
  readonly working: Working;
  readonly prices: Float64Array;
  readonly first: Incumbent | null;
  /** Whether branch and bound over everything comes next. */
  readonly isPrelude: boolean;
  readonly watch: Watch;
  readonly options: EngineOptions;
}

export interface Search {
  /** The best proof so far: at first that of the prices which the search goes by. */
  readonly proof: () => PricedProof;
  readonly best: () => Incumbent | null;
  /** Annealing, ejection trees and cyclic exchanges, from the warm start or from scratch. */
  readonly improve: () => void;
  /** Goes on to the proof of the relaxation itself. */
  readonly prove: () => void;
  /** Exact neighbourhoods, until so few options are left, or nothing is won any more. */
  readonly neighbourhoods: (fewOptions: number) => void;
  /** How many options could be in a better assignment than the best. */
  readonly optionsLeft: () => number;
}

const CORE_REACH = 40;
/** Points that a unit of a broken row costs at first, in rows scaled to amounts near 1. */
const VIOLATION_PRICE = 200;
/** The first annealing, by the number of people, and the ones that follow from the best so far. */
const cold = (people: number): Schedule => ({
  sweeps: Math.min(300, Math.max(40, Math.round(2_000_000 / people))),
  stiffness: { from: 8, to: 80 },
  temperature: { from: 2, to: 0.6 },
});
const REHEAT: Schedule = { sweeps: 60, stiffness: { from: 8, to: 80 }, temperature: { from: 1.5, to: 0.4 } };
/** Of searches from scratch one in some ends in a valley that no reheat leaves, and a second seldom in one as deep. */
const MOST_STARTS = 2;
const FIRST_PASSES = 4;
const REHEAT_PASSES = 2;
/** So many reheats in a row may win nothing; few where branch and bound comes next, which finds what is left. */
const MOST_REHEAT_MISSES = 8;
const MOST_MISSES_OF_PRELUDE = 3;
const MOST_MISSES = 80;
/** So often, in neighbourhoods, the options left are counted. */
const NEIGHBOURHOODS_PER_COUNT = 16;

export function createSearch(task: SearchTask): Search {
  const { problem, whole, working, prices, first, watch, options } = task;
  const losses = lossesAt(whole, prices);
  const core = coreOf(whole, losses, CORE_REACH, options.warmStart ?? null);
  const state = createState(whole, prices, losses, (r) => VIOLATION_PRICE * working.scale[r]);
  const random = randomFrom(options.seed);
  let best = first;
  let proof: PricedProof = { prices, bound: losses.bound };
  /** Per option, at the prices of the proof. */
  let proofLoss = losses.loss;

  const record = (phase: string): void => {
    state.recount();
    const { objective, broken } = worthOf(whole, state.chosen);
    if (broken.length === 0 && (best === null || objective > best.objective)) {
      best = { chosen: state.chosen.slice(), objective };
    }
    options.onProgress?.({ phase, objective: best?.objective ?? null, bound: proof.bound });
  };
  const enough = (phase: string): boolean => {
    record(phase);
    return best !== null && gapOf(wholeBound(proof.bound), best.objective) <= options.gap;
  };
  const optionsLeft = (): number => {
    if (best === null) return whole.participant.length;
    const gap = proof.bound - best.objective;
    let left = 0;
    for (const loss of proofLoss) if (loss <= gap) left++;
    return left;
  };

  const sides = ([0, 1] as const).map((side) => placesOf(whole, working.families, state.capacity, side));
  const settle = (mostPasses: number): void => {
    improve(state, core, random, watch, { enough: () => enough('search'), mostPasses, sides });
    record('search');
  };
  const goTo = (chosen: Int32Array): void => {
    chosen.forEach((option, p) => {
      if (state.chosen[p] !== option) state.move(p, option);
    });
  };

  /** An answer before the search is through, at the price of people who are left out for it. */
  const answerEarly = (): void => {
    record('search');
    if (best !== null && best !== first) return;
    const tried = state.chosen.slice();
    if (dropUntilKept(state)) best = better(problem, best, state.chosen.slice());
    goTo(tried);
  };

  const startFrom = (warm: Int32Array): void => {
    warm.forEach((option, p) => {
      if (option !== UNPLACED && keepsCapacities(state, UNPLACED, option)) state.move(p, option);
    });
  };
  const startCold = (): void => {
    placeAtBest(state, core);
    anneal(state, core, working.scale, random, watch, cold(whole.participants.length));
  };
  const reheat = (): void => {
    const mostMisses = task.isPrelude ? MOST_MISSES_OF_PRELUDE : MOST_REHEAT_MISSES;
    for (let misses = 0; misses < mostMisses && !watch.stop() && !enough('search'); ) {
      const before = state.cost();
      const kept = state.chosen.slice();
      anneal(state, core, working.scale, random, watch, REHEAT);
      placeByRegret(state, core, random);
      settle(REHEAT_PASSES);
      state.recount();
      misses = state.cost() < before - 0.5 ? 0 : misses + 1;
      if (state.cost() > before) goTo(kept);
    }
  };

  return {
    proof: () => proof,
    best: () => best,
    optionsLeft,
    prove: () => {
      proof = exactPrices(whole, prices, losses, watch);
      proofLoss = lossesAt(whole, proof.prices).loss;
      record('prices');
    },
    improve: () => {
      const { warmStart } = options;
      const starts = warmStart || task.isPrelude ? 1 : MOST_STARTS;
      for (let start = 0; start < starts && !enough('search') && !watch.stop(); start++) {
        if (warmStart) startFrom(warmStart);
        else startCold();
        placeByRegret(state, core, random);
        answerEarly();
        if (enough('search')) return;
        settle(FIRST_PASSES);
        reheat();
      }
      answerEarly();
      if (starts > 1 && best) goTo(best.chosen);
    },
    neighbourhoods: (fewOptions) => {
      let count = 0;
      searchNeighbourhoods(state, core, entrancesOf(state, core), random, watch, {
        mostMisses: MOST_MISSES,
        enough: () =>
          enough('neighbourhoods') ||
          (++count % NEIGHBOURHOODS_PER_COUNT === 0 && optionsLeft() <= fewOptions),
      });
      record('neighbourhoods');
    },
  };
}
