/** The fault rules in force, and which of them strikes a request. */
import type { Fault, FaultRule } from './fault.ts';

export interface FaultCandidate {
  readonly method: string;
  readonly group: string | null;
  readonly kind: 'read' | 'write';
}

export interface FaultBook {
  add(rule: FaultRule): void;
  clear(): void;
  /** The fault that strikes this request, or null. Every matching rule counts it; the oldest one strikes. */
  next(request: FaultCandidate): Fault | null;
}

interface LiveRule {
  readonly rule: FaultRule;
  seen: number;
  struck: number;
}

function matches(rule: FaultRule, request: FaultCandidate): boolean {
  return (
    (rule.method ?? request.method) === request.method &&
    (rule.group === undefined || String(rule.group) === request.group) &&
    (rule.kind ?? request.kind) === request.kind
  );
}

function isSpent({ rule, struck }: LiveRule): boolean {
  return rule.times !== 'always' && struck >= (rule.times ?? 1);
}

export function createFaultBook(random: () => number): FaultBook {
  let rules: LiveRule[] = [];
  return {
    add: (rule) => rules.push({ rule, seen: 0, struck: 0 }),
    clear() {
      rules = [];
    },
    next(request) {
      const matching = rules.filter(({ rule }) => matches(rule, request));
      for (const live of matching) live.seen += 1;
      const striking = matching.find(
        (live) =>
          !isSpent(live) &&
          live.seen >= (live.rule.nth ?? 1) &&
          (live.rule.chance === undefined || random() < live.rule.chance),
      );
      if (striking === undefined) return null;
      striking.struck += 1;
      return striking.rule.fault;
    },
  };
}
