# A Slurm cluster of one controller and two nodes on this machine, in a folder of its own and without an init system.
# To be sourced, with the folder's path in $cluster.

export SLURM_CONF="$cluster/slurm.conf"

# Installs Slurm and munge where they are missing, as root or with sudo.
install_slurm() {
  local program
  for program in slurmctld slurmd sbatch squeue munged; do
    if ! command -v "$program" >/dev/null; then
      # Its init scripts are not wanted: the cluster is started by hand.
      $(command -v sudo) apt-get update -q >/dev/null
      DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 \
        $(command -v sudo) apt-get install -q -y --no-install-recommends slurm-wlm munge >/dev/null
      return
    fi
  done
}

# Writes the settings: what the daemons keep and say stays in the folder.
configure_slurm() {
  local host processors
  host=$(hostname -s)
  getent hosts "$host" >/dev/null ||
    echo "127.0.0.1 $host" | $(command -v sudo) tee -a /etc/hosts >/dev/null
  processors=$(($(nproc) > 2 ? $(nproc) / 2 : 1))
  mkdir -p "$cluster"/{state,n1,n2}
  # munged wants to know that nobody else can write here.
  chmod 755 "$cluster"
  (umask 077 && head -c 1024 /dev/urandom >"$cluster/munge.key")
  cat >"$SLURM_CONF" <<END
ClusterName=loopback
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=17000
SlurmUser=$(id -un)
SlurmdUser=$(id -un)
AuthType=auth/munge
AuthInfo=socket=$cluster/munge.socket
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
MpiDefault=none
MailProg=/bin/true
StateSaveLocation=$cluster/state
SlurmctldPidFile=$cluster/slurmctld.pid
SlurmctldLogFile=$cluster/slurmctld.log
SlurmdSpoolDir=$cluster/%n
SlurmdPidFile=$cluster/%n.pid
SlurmdLogFile=$cluster/%n.log
SlurmdParameters=config_overrides
SlurmdTimeout=8
SlurmctldTimeout=30
KillWait=5
SchedulerParameters=batch_sched_delay=0
ReturnToService=2
NodeName=n1 NodeHostname=$host NodeAddr=127.0.0.1 Port=17001 CPUs=$processors State=UNKNOWN
NodeName=n2 NodeHostname=$host NodeAddr=127.0.0.1 Port=17002 CPUs=$processors State=UNKNOWN
PartitionName=all Nodes=n1,n2 Default=YES MaxTime=INFINITE State=UP
END
}

# Starts a daemon, named as in $cluster/NAME.process.
start_daemon() {
  local name=$1
  shift
  setsid "$@" >>"$cluster/$name.output" 2>&1 &
  echo $! >"$cluster/$name.process"
  # Bash need not tell when it is killed.
  disown
}

start_munge() {
  start_daemon munge munged --foreground --force --key-file="$cluster/munge.key" \
    --socket="$cluster/munge.socket" --pid-file="$cluster/munge.pid" \
    --log-file="$cluster/munge.log" --seed-file="$cluster/munge.seed"
  wait_for 20 test -S "$cluster/munge.socket"
}

start_controller() { start_daemon controller slurmctld -D; }

# start_node n1
start_node() { start_daemon "$1" slurmd -D -N "$1"; }

# Kills a daemon at once: kill_daemon n1
kill_daemon() {
  [ -s "$cluster/$1.process" ] || return 0
  kill -9 "$(cat "$cluster/$1.process")" 2>/dev/null || true
  rm -f "$cluster/$1.process"
}

# The processes of a job of this cluster, or of all its jobs: what Slurm starts for them, and all that these started.
job_processes() {
  local process
  # Some processes end while they are looked at.
  { grep -lsxz "SLURM_CONF=$SLURM_CONF" /proc/[0-9]*/environ || true; } | cut -d / -f 3 |
    while read -r process; do
      if grep -qsxz "SLURM_JOB_ID=${1:-[0-9]*}" "/proc/$process/environ" ||
        grep -qs "^slurmstepd: \[${1:-[0-9]*}\." "/proc/$process/cmdline"; then
        echo "$process"
      fi
    done
}

# Kills them: kill_jobs [JOB]
kill_jobs() {
  local process
  for process in $(job_processes "$@"); do kill -9 "$process" 2>/dev/null || true; done
}

# Waits until a command succeeds, at most so many seconds: wait_for 20 test -e file
wait_for() {
  local end=$((SECONDS + $1))
  shift
  until "$@" >/dev/null 2>&1; do
    if ((SECONDS > end)); then
      echo "waited too long for: $*" >&2
      return 1
    fi
    sleep 0.2
  done
}

nodes_are_idle() { [ "$(sinfo --noheader --format=%T)" = idle ] && [ "$(sinfo --noheader --format=%D)" = 2 ]; }
