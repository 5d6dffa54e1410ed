/** The management API: websites, keys, products and campaigns, for programs of the operator. */
package dev.inlay.server.management;
