/**
 * Text files read with a line for everything in them, and held to their JSON Schema. Knows files, not what they mean;
 * touches no other room.
 */
@NullMarked
package org.branchline.playbooks.reading;

import org.jspecify.annotations.NullMarked;
