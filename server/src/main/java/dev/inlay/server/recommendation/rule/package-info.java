/** What a product must keep to be picked, a class for each rule: testable alone, by the name that explanations tell. */
package dev.inlay.server.recommendation.rule;
