/** The Helm chart rendered by Helm itself, read as Kubernetes reads it, and held to what it promises. */
package org.branchline.helm;
