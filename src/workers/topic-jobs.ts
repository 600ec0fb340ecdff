/** The jobs of all topics that own their part of the job map. */
import { type CompareJobs, compareJobs } from './compare-jobs.ts';
import type { Engine } from './engine.ts';
import { type PayersJobs, payersJobs } from './payers-jobs.ts';
import type { JobHost } from './protocol.ts';
import { type WhatIfJobs, whatIfJobs } from './what-if-jobs.ts';

export type TopicJobs = CompareJobs & PayersJobs & WhatIfJobs;

export function topicJobs(engine: Engine): JobHost<TopicJobs> {
  return { ...compareJobs(engine), ...payersJobs(engine), ...whatIfJobs(engine) };
}
