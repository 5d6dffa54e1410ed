/**
 * What Inlay remembers: one database, one writer, and under it one package for each feature.
 *
 * <p>Knows SQL; knows no HTTP and no picture.
 */
package dev.inlay.db;
