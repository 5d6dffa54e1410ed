/** The ways in which candidates are found, a class for each family: pure functions of a situation, before any rule. */
package dev.inlay.server.recommendation.strategy;
