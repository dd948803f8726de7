/** How the API's description tells of problems: once for all endpoints. */
package io.cliprelay.gateway.problem;
