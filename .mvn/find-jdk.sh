# Sourced by mvnw and cliprelay: points JAVA_HOME at a JDK of 21 or newer, or says what to install and stops.
# Looks at JAVA_HOME, then PATH, then the usual install folders; the newest wins among the latter.

jdk_feature() { # prints the feature version (21, 25, ...) of the JDK in folder $1, or 0 when there is no compiler
  [ -x "$1/bin/javac" ] && [ -x "$1/bin/java" ] || { echo 0; return; }
  jdk_version=$(sed -n 's/^JAVA_VERSION="\{0,1\}\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null)
  [ -n "$jdk_version" ] || jdk_version=$("$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')
  echo "${jdk_version:-0}"
}

find_jdk() {
  if [ -n "${JAVA_HOME:-}" ] && [ "$(jdk_feature "$JAVA_HOME")" -ge 21 ]; then return 0; fi
  jdk_on_path=$(command -v javac 2>/dev/null || true)
  if [ -n "$jdk_on_path" ]; then
    jdk_on_path=$(readlink -f "$jdk_on_path" 2>/dev/null || echo "$jdk_on_path")
    jdk_candidate=$(dirname "$(dirname "$jdk_on_path")")
    if [ "$(jdk_feature "$jdk_candidate")" -ge 21 ]; then JAVA_HOME=$jdk_candidate; return 0; fi
  fi
  jdk_best=20
  for jdk_root in "${CLIPRELAY_JDK_FOLDERS:-/usr/lib/jvm /usr/java /opt /opt/java "$HOME/.sdkman/candidates/java" "$HOME/.jdks" /Library/Java/JavaVirtualMachines}"; do
    for jdk_folder in $jdk_root; do
      [ -d "$jdk_folder" ] || continue
      for jdk_release in $(find -L "$jdk_folder" -maxdepth 4 -name javac -path '*/bin/javac' 2>/dev/null); do
        jdk_candidate=$(dirname "$(dirname "$jdk_release")")
        jdk_found=$(jdk_feature "$jdk_candidate")
        if [ "$jdk_found" -gt "$jdk_best" ]; then jdk_best=$jdk_found; JAVA_HOME=$jdk_candidate; fi
      done
    done
  done
  [ "$jdk_best" -ge 21 ]
}

if find_jdk; then
  export JAVA_HOME
else
  echo "Cliprelay needs a JDK of version 21 or newer, and none was found in JAVA_HOME, PATH or the usual folders." >&2
  echo "Install one (Debian: apt-get install openjdk-21-jdk; macOS: brew install openjdk; or any vendor's), then" >&2
  echo "run the command again, or set JAVA_HOME to the folder of the JDK." >&2
  exit 1
fi
