package dev.inlay.db.campaign;

/** What makes a new edition: a new send id, the next time bucket, or the operator alone. */
public enum CampaignType { AUTO, ROLLING, MANUAL }
