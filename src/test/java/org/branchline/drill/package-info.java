/** Fault drills: the packaged jar as real processes, real kills, volunteers who answer what they see. */
package org.branchline.drill;
