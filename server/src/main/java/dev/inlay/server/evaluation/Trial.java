package dev.inlay.server.evaluation;

import java.util.Map;

/** Values that were tried, by name, and what came of them: more is better. */
public record Trial(Map<String, Double> values, double score) { }
