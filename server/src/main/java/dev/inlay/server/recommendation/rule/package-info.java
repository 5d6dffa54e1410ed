/** What a product must keep to be shown, a class for each rule. */
package dev.inlay.server.recommendation.rule;
