/** The web-standard globals that browsers, workers and Node share: all that the pure folders may use beyond ES2023. */
interface QueuingStrategyLike { highWaterMark?: number }
