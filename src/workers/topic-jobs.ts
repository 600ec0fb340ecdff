/** The jobs of all topics that own their part of the job map. */
import { type CompareJobs, compareJobs } from './compare-jobs.ts';
import type { Engine } from './engine.ts';
import { type PayersJobs, payersJobs } from './payers-jobs.ts';
import type { JobHost } from './protocol.ts';
import { type UncertaintyJobs, uncertaintyJobs } from './uncertainty-jobs.ts';
import { type WhatIfJobs, whatIfJobs } from './what-if-jobs.ts';

export type TopicJobs = CompareJobs & PayersJobs & UncertaintyJobs & WhatIfJobs;

export function topicJobs(engine: Engine): JobHost<TopicJobs> {
  return { ...compareJobs(engine), ...payersJobs(engine), ...uncertaintyJobs(engine), ...whatIfJobs(engine) };
}
