# The network-design problem of Shorewise in GNU MathProg.
#
#   shorewise export DATASET --format gmpl > data.dat
#   glpsol -m models/network-design.mod -d data.dat
#
# It states the whole problem a second time, on purpose: it shares nothing with the formulation in
# Swift, so that the two can disagree. The data has numbers as in the tables, with selectors
# expanded; factors, weights, duties, unit costs and the effects of scenarios are computed here.
#
# Money is in the dataset's currency, quantities are in the product's own unit, flows and
# capacities are annual rates. For optional limits, a number below 0 means no limit.
#
# Indices: i a facility (where a second one is needed, l), j a facility or customer, m a mode,
# p a product (k its component), g the country where goods were made, t a period, s a state.

# --------------------------------------------------------------------------------------------
# The question
# --------------------------------------------------------------------------------------------

param minimise symbolic in {'cost', 'risk'}, default 'cost';
param measure symbolic in {'expected', 'worst', 'cvar'}, default 'cvar';
param level >= 0, < 1, default 0.95;          # of cvar
param max_risk default -1;                    # cap on sales at risk
param max_cost default -1;                    # cap on total cost
param max_unmet default -1;                   # share of sales that may go undelivered in the normal state
# Which first stages are allowed: all, the current network alone, or today's sites with other modules
# and stocks. Decisions and policy constraints do not apply to the last two.
param network symbolic in {'free', 'current', 'expanded'}, default 'free';

# --------------------------------------------------------------------------------------------
# Time and money
# --------------------------------------------------------------------------------------------

param periods integer >= 1;
set PERIODS := 1..periods;
param years{PERIODS} integer >= 1;
param r > -1;                                 # discount rate, per year
param h >= 0;                                 # cost of holding stock for a year, share of its value
param carbon_price >= 0;                      # money per t CO2e

# Period t starts at year tau. D discounts one-off payments, A yearly ones.
param tau{t in PERIODS} := sum{l in PERIODS: l < t} years[l];
param D{t in PERIODS} := (1 + r) ** (-tau[t]);
param A{t in PERIODS} := sum{l in 0..years[t] - 1} (1 + r) ** (-(tau[t] + l));

# --------------------------------------------------------------------------------------------
# Countries, products, facilities, customers
# --------------------------------------------------------------------------------------------

set COUNTRIES;
param territory{COUNTRIES} symbolic in COUNTRIES;   # customs territory, named by a member

set PRODUCTS;
param value{PRODUCTS} > 0;                    # customs value, money per unit
param weight{PRODUCTS} >= 0;                  # tonnes per unit

set BOM within PRODUCTS cross PRODUCTS;       # (p, k): p is made of k
param per_unit{BOM} > 0;                      # units of k per unit of p

set FACILITIES;
param existing{FACILITIES} binary;            # y of period 0
param decision{FACILITIES} symbolic in {'consider', 'open', 'closed'};
param opening_cost{FACILITIES} >= 0;
param closing_cost{FACILITIES} >= 0;
param fixed_cost{FACILITIES} >= 0;            # money per year open
param throughput{FACILITIES} default -1;      # units shipped out per year

set CUSTOMERS;
set NODES := FACILITIES union CUSTOMERS;
param country{NODES} symbolic in COUNTRIES;

set MODULES dimen 2;                          # (i, k): facility i may have modules k
param size{MODULES} > 0;                      # capacity units per year of one module
param modules_existing{MODULES} integer >= 0; # n of period 0
param modules_maximum{MODULES} integer >= 0;
param build_cost{MODULES} >= 0;               # money per module
param module_cost{MODULES} >= 0;              # money per module and year

set MAKES within FACILITIES cross PRODUCTS;   # (i, p): facility i can make p
param unit_cost{MAKES} >= 0;
param capacity_use{MAKES} > 0;                # capacity units per unit
param making_emissions{MAKES} >= 0;           # t CO2e per unit

set DEMANDS within CUSTOMERS cross PRODUCTS;
param demand{DEMANDS, PERIODS} >= 0;          # units per year
param shortage_cost{DEMANDS, PERIODS} >= 0;   # money per unit not delivered

set BUFFERS within NODES cross PRODUCTS;
param stock_maximum{BUFFERS} >= 0;            # units
param stock_existing{BUFFERS} >= 0;           # units
param stock_cost{BUFFERS} >= 0;               # money per unit and year

set INCENTIVES;
set ELIGIBLE{INCENTIVES} within FACILITIES;
param share{INCENTIVES} >= 0, <= 1;           # of opening and build cost
param grant_maximum{INCENTIVES} default -1;   # money over the horizon

# --------------------------------------------------------------------------------------------
# Lanes and the goods on them
# --------------------------------------------------------------------------------------------

set MODES;
param cost_per_t_km{MODES} >= 0;
param cost_per_t{MODES} >= 0;
param speed{MODES} > 0;                       # km per day
param dwell{MODES} >= 0;                      # days
param emissions_per_t_km{MODES} >= 0;         # t CO2e

set CARRIED dimen 4;                          # (i, j, m, p): the lane carries p
param distance{CARRIED} >= 0;                 # km
param freight{(i, j, m, p) in CARRIED} >= 0,  # money per unit
  default weight[p] * (distance[i, j, m, p] * cost_per_t_km[m] + cost_per_t[m]);
param lead_time{(i, j, m, p) in CARRIED} >= 0,   # days
  default distance[i, j, m, p] / speed[m] + dwell[m];
param pipeline{(i, j, m, p) in CARRIED} := value[p] * h * lead_time[i, j, m, p] / 365;
param moving_emissions{(i, j, m, p) in CARRIED} :=
  weight[p] * distance[i, j, m, p] * emissions_per_t_km[m];

set LANES := setof{(i, j, m, p) in CARRIED} (i, j, m);
param lane_capacity{LANES} default -1;        # units per year, all products together

# Goods keep the country g where they were made: FLOWS are goods on lanes.
set FLOWS dimen 5;                            # (i, j, m, p, g)
check{(i, j, m, p, g) in FLOWS}: (i, j, m, p) in CARRIED and g in COUNTRIES;

# Sum over layers of the tariff on p made in g that enters a country.
param rate{PRODUCTS, COUNTRIES, COUNTRIES} >= 0, default 0;

# Goods at facilities: made there, or received. Components are consumed where their product is made.
set GOODS := setof{(i, p) in MAKES} (i, p, country[i])
  union setof{(i, j, m, p, g) in FLOWS: j in FACILITIES} (j, p, g);
set CONSUMED := setof{(i, p) in MAKES, (p, k) in BOM} (i, k);
set USES := setof{(i, p, g) in GOODS: (i, p) in CONSUMED} (i, p, g);

# The flows by where they leave and arrive: without these, each balance would search all flows.
set LANES_FROM{i in FACILITIES} := setof{(i, j, m) in LANES} (j, m);
set LANES_TO{j in NODES} := setof{(i, j, m) in LANES} (i, m);
set LEAVING{(i, p, g) in GOODS} := setof{(j, m) in LANES_FROM[i]: (i, j, m, p, g) in FLOWS} (j, m);
set ARRIVING{(j, p, g) in GOODS} := setof{(i, m) in LANES_TO[j]: (i, j, m, p, g) in FLOWS} (i, m);
set DELIVERIES{(j, p) in DEMANDS} :=
  setof{(i, m) in LANES_TO[j], g in COUNTRIES: (i, j, m, p, g) in FLOWS} (i, m, g);
set GOODS_AT{i in FACILITIES} := setof{(i, p, g) in GOODS} (p, g);
set KEPT{i in FACILITIES} := setof{(p, g) in GOODS_AT[i]} p;

# --------------------------------------------------------------------------------------------
# States: the normal one, one a scenario, and one an outage that plans must survive
# --------------------------------------------------------------------------------------------

param normal := 0;                            # a number, which no scenario's name can be
set SCENARIOS;
set OUTAGES default {};                       # without a probability: constraints that cost nothing
set EVENTS := SCENARIOS union OUTAGES;
set STATES := {normal} union EVENTS;
param probability{SCENARIOS} >= 0;            # per year
param weeks{SCENARIOS} > 0, <= 52;
param outage_weeks{OUTAGES} > 0;              # time to recover
param lasts{s in EVENTS} := if s in SCENARIOS then weeks[s] else outage_weeks[s];
param pi{s in STATES} :=                      # share of the time
  if s = normal then 1 - sum{l in SCENARIOS} probability[l] * weeks[l] / 52
  else if s in SCENARIOS then probability[s] * weeks[s] / 52
  else 0;

# What is out in an outage, completely: facilities, products not made there, lanes.
set DOWN{OUTAGES} within FACILITIES;
set UNMADE{OUTAGES} within MAKES;
set CUT{OUTAGES} within LANES;

# Each row of disruptions, with what its selectors match: FROM and TO are countries for a tariff,
# otherwise facilities and customers. '*' is any mode, any product.
set EFFECTS;
param effect_scenario{EFFECTS} symbolic in SCENARIOS;
param effect{EFFECTS} symbolic in {'capacity', 'lane', 'tariff', 'demand'};
param effect_mode{EFFECTS} symbolic;
param effect_product{EFFECTS} symbolic;
param effect_value{EFFECTS};
set FROM{EFFECTS};
set TO{EFFECTS};
set HITS{s in STATES, l in {'capacity', 'lane', 'tariff', 'demand'}} :=
  {d in EFFECTS: effect_scenario[d] = s and effect[d] = l};

# Capacity effects multiply: what is left of a facility's capacity and throughput.
param a{i in FACILITIES, s in STATES} :=
  (prod{l in OUTAGES: l = s and i in DOWN[l]} 0)
  * (prod{d in HITS[s, 'capacity']: i in FROM[d]} (1 - effect_value[d]));

# So do lane effects: what is left of a lane's capacity. With a product, they close it to that one.
param lane_left{(i, j, m) in LANES, s in STATES} :=
  (prod{l in OUTAGES: l = s and (i, j, m) in CUT[l]} 0)
  * (prod{d in HITS[s, 'lane']: effect_product[d] = '*' and effect_mode[d] in {'*', m}
    and i in FROM[d] and j in TO[d]} (1 - effect_value[d]));
param is_closed{(i, j, m, p) in CARRIED, s in STATES} binary :=
  if a[i, s] = 0 or lane_left[i, j, m, s] = 0
    or exists{d in HITS[s, 'lane']} (effect_product[d] = p and effect_mode[d] in {'*', m}
      and effect_value[d] = 1 and i in FROM[d] and j in TO[d])
  then 1 else 0;

# Tariff effects add up, at least 0. No duty is due inside a territory, or on goods returning to it.
param duty_rate{(i, j, m, p, g) in FLOWS, s in STATES} :=
  if territory[country[i]] = territory[country[j]] or territory[g] = territory[country[j]] then 0
  else max(0, rate[p, g, country[j]]
    + sum{d in HITS[s, 'tariff']: effect_product[d] in {'*', p}
      and g in FROM[d] and country[j] in TO[d]} effect_value[d]);

# Demand effects add up, at least -1.
param change{(j, p) in DEMANDS, s in STATES} :=
  max(-1, sum{d in HITS[s, 'demand']: effect_product[d] in {'*', p} and j in TO[d]}
    effect_value[d]);
param wanted{(j, p) in DEMANDS, t in PERIODS, s in STATES} :=
  demand[j, p, t] * (1 + change[j, p, s]);

# The most of a product that can be used: demand, and components along the bills of materials.
param needed{p in PRODUCTS, t in PERIODS, s in STATES} :=
  sum{(j, p) in DEMANDS} wanted[j, p, t, s] + sum{(l, p) in BOM} per_unit[l, p] * needed[l, t, s];

# --------------------------------------------------------------------------------------------
# First stage: decided before the state is known
# --------------------------------------------------------------------------------------------

var y{FACILITIES, PERIODS} binary;            # open
var o{FACILITIES, PERIODS} binary;            # opened at the period's start
var c{FACILITIES, PERIODS} binary;            # closed at the period's start
var n{(i, k) in MODULES, PERIODS} integer >= 0, <= modules_maximum[i, k];   # in place
var b{(i, k) in MODULES, PERIODS} integer >= 0, <= modules_maximum[i, k];   # built
var e{(i, k) in MODULES, PERIODS} integer >= 0, <= modules_maximum[i, k];   # retired
var z{(j, p) in BUFFERS, PERIODS} >= 0, <= stock_maximum[j, p];             # stock, units
set GRANTS := setof{l in INCENTIVES, i in ELIGIBLE[l]} (l, i);
var granted{GRANTS, PERIODS} >= 0;            # money

# Open now less open before = opened less closed.
s.t. opening{i in FACILITIES, t in PERIODS}:
  y[i, t] - (if t = 1 then existing[i] else y[i, t - 1]) = o[i, t] - c[i, t];
s.t. not_both{i in FACILITIES, t in PERIODS}: o[i, t] + c[i, t] <= 1;
s.t. opens_once{i in FACILITIES}: sum{t in PERIODS} o[i, t] <= 1;
s.t. closes_once{i in FACILITIES}: sum{t in PERIODS} c[i, t] <= 1;

# The user's decisions hold in every period.
s.t. decided{i in FACILITIES, t in PERIODS: decision[i] <> 'consider' and network = 'free'}:
  y[i, t] = (if decision[i] = 'open' then 1 else 0);

# Modules now = modules before + built - retired, and only where it is open.
s.t. modules{(i, k) in MODULES, t in PERIODS}:
  n[i, k, t] = (if t = 1 then modules_existing[i, k] else n[i, k, t - 1])
    + b[i, k, t] - e[i, k, t];
s.t. modules_open{(i, k) in MODULES, t in PERIODS}:
  n[i, k, t] <= modules_maximum[i, k] * y[i, t];

# The current and the expanded network: existing facilities are open, the others closed.
s.t. as_is_open{i in FACILITIES, t in PERIODS: network <> 'free'}: y[i, t] = existing[i];

# The current network alone: with their modules and stocks.
s.t. as_is_modules{(i, k) in MODULES, t in PERIODS: network = 'current'}:
  n[i, k, t] = modules_existing[i, k];
s.t. as_is_unbuilt{(i, k) in MODULES, t in PERIODS: network = 'current'}: b[i, k, t] = 0;
s.t. as_is_stock{(j, p) in BUFFERS, t in PERIODS: network = 'current'}:
  z[j, p, t] = stock_existing[j, p];

# An incentive grants at most its share of opening and build cost, and its maximum over all
# facilities and periods; all incentives together grant at most that cost.
s.t. grant_share{(l, i) in GRANTS, t in PERIODS}: granted[l, i, t] <=
  share[l] * (opening_cost[i] * o[i, t] + sum{(i, k) in MODULES} build_cost[i, k] * b[i, k, t]);
s.t. grant_limit{l in INCENTIVES: grant_maximum[l] >= 0}:
  sum{i in ELIGIBLE[l], t in PERIODS} granted[l, i, t] <= grant_maximum[l];
s.t. grants_together{i in FACILITIES, t in PERIODS}: sum{(l, i) in GRANTS} granted[l, i, t] <=
  opening_cost[i] * o[i, t] + sum{(i, k) in MODULES} build_cost[i, k] * b[i, k, t];

# --------------------------------------------------------------------------------------------
# Recourse: every period and state
# --------------------------------------------------------------------------------------------

var x{FLOWS, PERIODS, STATES} >= 0;           # on a lane
var q{MAKES, PERIODS, STATES} >= 0;           # made
var used{USES, PERIODS, STATES} >= 0;         # components consumed, by country of origin
var w{BUFFERS, PERIODS, EVENTS} >= 0;         # drawn from stock
var u{DEMANDS, PERIODS, STATES} >= 0;         # not delivered

# Capacity: production takes no more than the remaining capacity of the modules.
s.t. capacity{i in FACILITIES, t in PERIODS, s in STATES}:
  sum{(i, p) in MAKES} capacity_use[i, p] * q[i, p, t, s]
  <= a[i, s] * sum{(i, k) in MODULES} size[i, k] * n[i, k, t];
s.t. unmade{s in OUTAGES, (i, p) in UNMADE[s], t in PERIODS}: q[i, p, t, s] = 0;

# Throughput: shipments of every product, origin and destination.
s.t. shipping{i in FACILITIES, t in PERIODS, s in STATES: throughput[i] >= 0}:
  sum{(p, g) in GOODS_AT[i], (j, m) in LEAVING[i, p, g]} x[i, j, m, p, g, t, s]
  <= a[i, s] * throughput[i] * y[i, t];

# A closed facility ships nothing. Without modules it makes nothing either, and so receives nothing:
# whatever arrived would have to be shipped or used.
s.t. ships_open{i in FACILITIES, p in KEPT[i], t in PERIODS, s in STATES}:
  sum{(p, g) in GOODS_AT[i], (j, m) in LEAVING[i, p, g]} x[i, j, m, p, g, t, s]
  <= needed[p, t, s] * y[i, t];

# Balance for each country of origin: made + received = shipped + used.
s.t. balance{(i, p, g) in GOODS, t in PERIODS, s in STATES}:
  (if (i, p) in MAKES and country[i] = g then q[i, p, t, s])
  + sum{(l, m) in ARRIVING[i, p, g]} x[l, i, m, p, g, t, s]
  = sum{(j, m) in LEAVING[i, p, g]} x[i, j, m, p, g, t, s]
  + (if (i, p, g) in USES then used[i, p, g, t, s]);

# Components: used from every origin + drawn from stock = what production takes.
s.t. components{(i, k) in CONSUMED, t in PERIODS, s in STATES}:
  sum{(i, k, g) in USES} used[i, k, g, t, s]
  + (if s <> normal and (i, k) in BUFFERS then w[i, k, t, s])
  = sum{(i, p) in MAKES: (p, k) in BOM} per_unit[p, k] * q[i, p, t, s];

# Customers: received + drawn from stock + not delivered = demanded.
s.t. customers{(j, p) in DEMANDS, t in PERIODS, s in STATES}:
  sum{(i, m, g) in DELIVERIES[j, p]} x[i, j, m, p, g, t, s]
  + (if s <> normal and (j, p) in BUFFERS then w[j, p, t, s])
  + u[j, p, t, s] = wanted[j, p, t, s];

# A stock lasts for the weeks of the scenario or outage.
s.t. draws{(j, p) in BUFFERS, t in PERIODS, s in EVENTS}:
  lasts[s] / 52 * w[j, p, t, s] <= z[j, p, t];

# Lanes: a limit on all products together, and nothing if closed.
s.t. lane_limit{(i, j, m) in LANES, t in PERIODS, s in STATES: lane_capacity[i, j, m] >= 0}:
  sum{(p, g) in GOODS_AT[i]: (i, j, m, p, g) in FLOWS} x[i, j, m, p, g, t, s]
  <= lane_left[i, j, m, s] * lane_capacity[i, j, m];
s.t. lane_closed{(i, j, m, p, g) in FLOWS, t in PERIODS, s in STATES: is_closed[i, j, m, p, s]}:
  x[i, j, m, p, g, t, s] = 0;

# --------------------------------------------------------------------------------------------
# Policy constraints: in the normal state of every period they name; survival in outages
# --------------------------------------------------------------------------------------------

set POLICIES;
param kind{POLICIES} symbolic in 
  {'open_facilities', 'share', 'investment', 'emissions', 'survive'};
set ORIGINS{POLICIES};                        # countries of a share, otherwise facilities
set DESTINATIONS{POLICIES} within NODES;      # of a share
set TARGETS{POLICIES} within OUTAGES, default {};   # to be survived, one at a time
param policy_product{POLICIES} symbolic;      # '*': each separately
param policy_period{POLICIES} integer;        # 0: each separately
param sense{POLICIES} symbolic in {'<=', '>='};
param bound{POLICIES} >= 0;
set HELD := {l in POLICIES, t in PERIODS: network = 'free' and policy_period[l] in {0, t}};

# Multiplied by 1 or by -1, each is: left-hand side less what it is compared with <= 0.
param sign{l in POLICIES} := if sense[l] = '<=' then 1 else -1;

s.t. policy_open{(l, t) in HELD: kind[l] = 'open_facilities'}:
  sign[l] * (sum{i in ORIGINS[l]} y[i, t] - bound[l]) <= 0;

# Share of the units of a product delivered to customers or consumed by facilities.
s.t. policy_share{(l, t) in HELD, p in PRODUCTS:
    kind[l] = 'share' and policy_product[l] in {'*', p}}:
  sign[l] * (
    sum{(j, p) in DEMANDS, (i, m, g) in DELIVERIES[j, p]: j in DESTINATIONS[l]}
      ((if g in ORIGINS[l] then 1 else 0) - bound[l]) * x[i, j, m, p, g, t, normal]
    + sum{(i, p, g) in USES: i in DESTINATIONS[l]}
      ((if g in ORIGINS[l] then 1 else 0) - bound[l]) * used[i, p, g, t, normal]) <= 0;

s.t. policy_investment{(l, t) in HELD: kind[l] = 'investment'}:
  sign[l] * (sum{i in ORIGINS[l]} (opening_cost[i] * o[i, t]
      + sum{(i, k) in MODULES} build_cost[i, k] * b[i, k, t]
      - sum{(d, i) in GRANTS} granted[d, i, t])
    - bound[l]) <= 0;

s.t. policy_emissions{(l, t) in HELD: kind[l] = 'emissions'}:
  sign[l] * (sum{i in ORIGINS[l], (i, p) in MAKES} making_emissions[i, p] * q[i, p, t, normal]
    + sum{i in ORIGINS[l], (p, g) in GOODS_AT[i], (j, m) in LEAVING[i, p, g]}
      moving_emissions[i, j, m, p] * x[i, j, m, p, g, t, normal]
    - bound[l]) <= 0;

# --------------------------------------------------------------------------------------------
# Risk
# --------------------------------------------------------------------------------------------

param sales{t in PERIODS} := sum{(j, p) in DEMANDS} shortage_cost[j, p, t] * demand[j, p, t];
set EXPOSED := {t in PERIODS: sales[t] > 0};  # without sales, nothing is lost

# While a target is out, the sales lost are at most a share of a year's.
s.t. policy_survive{(l, t) in HELD, s in TARGETS[l]: kind[l] = 'survive' and t in EXPOSED}:
  lasts[s] / 52 * sum{(j, p) in DEMANDS} shortage_cost[j, p, t] * u[j, p, t, s]
  <= bound[l] * sales[t];

# At most a share of a normal year's sales goes undelivered.
s.t. unmet_cap{t in EXPOSED: max_unmet >= 0}:
  sum{(j, p) in DEMANDS} shortage_cost[j, p, t] * u[j, p, t, normal] <= max_unmet * sales[t];

# Shares are in millionths: GLPK's presolver ignores violations below 0.001.
param one := 1e6;

var v{SCENARIOS, EXPOSED} >= 0;               # sales lost, share of a normal year's
var eta{EXPOSED} >= 0;                        # the loss that cvar counts from
var excess{SCENARIOS, EXPOSED} >= 0;          # the loss above it
var period_risk{EXPOSED} >= 0;                # the measure of each period
var R >= 0;                                   # sales at risk

# The share of a year's sales lost in the scenario's weeks. It counts everything not delivered.
s.t. loss{s in SCENARIOS, t in EXPOSED}: sales[t] * v[s, t] / one =
  weeks[s] / 52 * sum{(j, p) in DEMANDS} shortage_cost[j, p, t] * u[j, p, t, s];

# No event is a loss of 0.
s.t. expected{t in EXPOSED: measure = 'expected'}:
  period_risk[t] = sum{s in SCENARIOS} probability[s] * v[s, t];
s.t. worst{s in SCENARIOS, t in EXPOSED: measure = 'worst'}: period_risk[t] >= v[s, t];
s.t. above{s in SCENARIOS, t in EXPOSED: measure = 'cvar'}: excess[s, t] >= v[s, t] - eta[t];
s.t. cvar{t in EXPOSED: measure = 'cvar'}:
  period_risk[t] = eta[t] + sum{s in SCENARIOS} probability[s] * excess[s, t] / (1 - level);

# Periods are weighted by their years.
s.t. risk: R * sum{t in PERIODS} years[t] = sum{t in EXPOSED} years[t] * period_risk[t];
s.t. risk_cap{{0}: max_risk >= 0}: R <= max_risk * one;

# --------------------------------------------------------------------------------------------
# Cost, line by line, and what is minimised
# --------------------------------------------------------------------------------------------

set LINES := {'opening', 'closing', 'building', 'incentives', 'facility_fixed', 'module_fixed',
  'buffers', 'production', 'freight', 'duty', 'pipeline', 'carbon', 'shortage', 'buffer_draws'};
var cost{LINES};                              # discounted, over the horizon

# Paid once.
s.t. cost_opening: cost['opening'] =
  sum{t in PERIODS} D[t] * sum{i in FACILITIES} opening_cost[i] * o[i, t];
s.t. cost_closing: cost['closing'] =
  sum{t in PERIODS} D[t] * sum{i in FACILITIES} closing_cost[i] * c[i, t];
s.t. cost_building: cost['building'] =
  sum{t in PERIODS} D[t] * sum{(i, k) in MODULES} build_cost[i, k] * b[i, k, t];
s.t. cost_incentives: cost['incentives'] =
  - sum{t in PERIODS} D[t] * sum{(l, i) in GRANTS} granted[l, i, t];

# Paid every year.
s.t. cost_facility_fixed: cost['facility_fixed'] =
  sum{t in PERIODS} A[t] * sum{i in FACILITIES} fixed_cost[i] * y[i, t];
s.t. cost_module_fixed: cost['module_fixed'] =
  sum{t in PERIODS} A[t] * sum{(i, k) in MODULES} module_cost[i, k] * n[i, k, t];
s.t. cost_buffers: cost['buffers'] =
  sum{t in PERIODS} A[t] * sum{(j, p) in BUFFERS} stock_cost[j, p] * z[j, p, t];

# Paid every year, for the share of the time spent in each state.
s.t. cost_production: cost['production'] = sum{t in PERIODS, s in STATES}
  A[t] * pi[s] * sum{(i, p) in MAKES} unit_cost[i, p] * q[i, p, t, s];
s.t. cost_freight: cost['freight'] = sum{t in PERIODS, s in STATES}
  A[t] * pi[s] * sum{(i, j, m, p, g) in FLOWS} freight[i, j, m, p] * x[i, j, m, p, g, t, s];
s.t. cost_duty: cost['duty'] = sum{t in PERIODS, s in STATES}
  A[t] * pi[s] * sum{(i, j, m, p, g) in FLOWS}
    duty_rate[i, j, m, p, g, s] * value[p] * x[i, j, m, p, g, t, s];
s.t. cost_pipeline: cost['pipeline'] = sum{t in PERIODS, s in STATES}
  A[t] * pi[s] * sum{(i, j, m, p, g) in FLOWS} pipeline[i, j, m, p] * x[i, j, m, p, g, t, s];
s.t. cost_carbon: cost['carbon'] = sum{t in PERIODS, s in STATES}
  A[t] * pi[s] * carbon_price * (sum{(i, p) in MAKES} making_emissions[i, p] * q[i, p, t, s]
    + sum{(i, j, m, p, g) in FLOWS} moving_emissions[i, j, m, p] * x[i, j, m, p, g, t, s]);
s.t. cost_shortage: cost['shortage'] = sum{t in PERIODS, s in STATES}
  A[t] * pi[s] * sum{(j, p) in DEMANDS} shortage_cost[j, p, t] * u[j, p, t, s];
s.t. cost_buffer_draws: cost['buffer_draws'] = sum{t in PERIODS, s in SCENARIOS}
  A[t] * pi[s] * sum{(j, p) in BUFFERS} value[p] * w[j, p, t, s];

s.t. cost_cap{{0}: max_cost >= 0}: sum{l in LINES} cost[l] <= max_cost;

minimize objective: if minimise = 'cost' then sum{l in LINES} cost[l] else R;

solve;

# --------------------------------------------------------------------------------------------
# Results
# --------------------------------------------------------------------------------------------

# R may exceed the sales at risk if nothing limits it, so they are computed again.
set MEASURED := {normal} union SCENARIOS;
param lost_most{t in EXPOSED} := max{s in MEASURED} (if s = normal then 0 else v[s, t].val);
param tail_at{t in EXPOSED, l in MEASURED} :=   # cvar with eta at the loss of l, or at 0
  (if l = normal then 0 else v[l, t].val) + sum{s in SCENARIOS} probability[s] / (1 - level)
    * max(0, v[s, t].val - (if l = normal then 0 else v[l, t].val));
param measured{t in EXPOSED} :=
  if measure = 'expected' then sum{s in SCENARIOS} probability[s] * v[s, t].val
  else if measure = 'worst' then lost_most[t]
  else min{l in MEASURED} tail_at[t, l];

printf: "cost=%.15g\n", sum{l in LINES} cost[l].val;
printf: "sales_at_risk=%.15g\n",
  (sum{t in EXPOSED} years[t] * measured[t] / one) / (sum{t in PERIODS} years[t]);
printf{l in LINES}: "%s=%.15g\n", l, cost[l].val;
printf{t in PERIODS, i in FACILITIES: y[i, t].val > 0.5}: "open %d %s\n", t, i;
printf{t in PERIODS, (i, k) in MODULES: n[i, k, t].val > 0.5}:
  "modules %d %s %s %d\n", t, i, k, n[i, k, t].val;
printf{t in PERIODS, (j, p) in BUFFERS: z[j, p, t].val > 0}:
  "stock %d %s %s %.15g\n", t, j, p, z[j, p, t].val;
printf{s in SCENARIOS, t in EXPOSED}: "lost %d %s %.15g\n", t, s, v[s, t].val / one;

end;
