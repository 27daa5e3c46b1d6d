# Sourced by the scripts of this folder: the repository, its packages, its Node, its build.
# Everything it says goes to stderr: what a command prints stays what it prints.
set -euo pipefail

PALABRE_ROOT="$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")"
export PALABRE_ROOT

say() { printf '%s\n' "$*" >&2; }
refuse() {
  say "$@"
  exit 1
}

# in_turn NAME COMMAND…: one process at a time in this repository.
in_turn() {
  local lock="$PALABRE_ROOT/var/$1.lock" status=0
  shift
  mkdir -p "$PALABRE_ROOT/var" || refuse "Le dossier var/ ne peut pas être créé. / The folder var/ cannot be made."
  if command -v flock >/dev/null; then
    exec 9>"$lock"
    flock 9
    "$@" || status=$?
    exec 9>&-
  else
    until mkdir "$lock.d" 2>/dev/null; do
      kill -0 "$(cat "$lock.d/pid" 2>/dev/null || echo $$)" 2>/dev/null || rm -rf "$lock.d"
      sleep 0.2
    done
    echo $$ >"$lock.d/pid"
    "$@" || status=$?
    rm -rf "$lock.d"
  fi
  return $status
}

modules="$PALABRE_ROOT/node_modules"
stamp="$modules/.palabre-installed"

wanted_packages() {
  uname -m
  cksum <"$PALABRE_ROOT/package-lock.json"
}

packages_are_current() {
  [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$(wanted_packages)" ] && return 0
  # npm was used by hand: it writes this file last, after the lock.
  [ "$modules/.package-lock.json" -nt "$PALABRE_ROOT/package-lock.json" ] || return 1
  wanted_packages >"$stamp" 2>/dev/null || true
}

install_packages() {
  packages_are_current && return 0
  say "Installation des paquets npm, une à deux minutes… / Installing the npm packages, a minute or two…"
  # --include: a production environment leaves out what the build and the tests need.
  # --loglevel: the packages are for the Node that comes with them, whatever npm itself runs on.
  (cd "$PALABRE_ROOT" && npm ci --no-audit --no-fund --include=dev --include=optional --loglevel=error >&2) || refuse \
    "L’installation a échoué : voyez les lignes ci-dessus (réseau ? place sur le disque ?)." \
    "/ The installation failed: see the lines above (network? disk space?)."
  wanted_packages >"$stamp"
  say "Paquets installés en $SECONDS s. / Packages installed in $SECONDS s."
}

build_is_current() { node "$PALABRE_ROOT/build/build.ts" --is-current; }
build_now() { node "$PALABRE_ROOT/build/build.ts" --if-changed; }
build_if_changed() { build_is_current || in_turn build build_now; }

if ! packages_are_current; then
  for program in node npm; do
    command -v "$program" >/dev/null || refuse \
      "Il manque $program : sous Debian, « apt install nodejs npm », puis recommencez." \
      "/ $program is missing: on Debian, \"apt install nodejs npm\", then try again."
  done
  in_turn install install_packages
fi

# The packages bring their own Node; the system's serves only where none exists for this machine.
export PATH="$modules/.bin:$PATH"
node_version="$(node --version 2>/dev/null || true)"
node_major="${node_version#v}"
node_major="${node_major%%.*}"
if [ "${node_major:-0}" -lt 24 ]; then
  refuse "Palabre demande Node 24 ou plus récent, et trouve ${node_version:-rien} : installez-le, ou effacez node_modules et recommencez." \
    "/ Palabre needs Node 24 or later and finds ${node_version:-none}: install it, or delete node_modules and try again."
fi
