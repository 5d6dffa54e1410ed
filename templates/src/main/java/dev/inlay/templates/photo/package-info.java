/** From a shop's file to a photo of our own: handed to a child process, which checks, decodes, turns and scales it. */
package dev.inlay.templates.photo;
