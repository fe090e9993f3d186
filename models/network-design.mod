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
# p a product (k its component), g the country where goods were made, f the trade agreement that
# they claim (0 for none), t a period, s a state.

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
param carbon_factor{PERIODS} >= 0, default 1; # by which it is multiplied

# Period t starts at year tau. D discounts one-off payments, A yearly ones.
param tau{t in PERIODS} := sum{l in PERIODS: l < t} years[l];
param D{t in PERIODS} := (1 + r) ** (-tau[t]);
param A{t in PERIODS} := sum{l in 0..years[t] - 1} (1 + r) ** (-(tau[t] + l));

# --------------------------------------------------------------------------------------------
# Countries, products, facilities, customers
# --------------------------------------------------------------------------------------------

set COUNTRIES;
param territory{COUNTRIES} symbolic in COUNTRIES;   # customs territory, named by a member

param agreements integer >= 0, default 0;     # trade agreements that goods may claim
set AGREEMENTS := 1..agreements;
set MEMBERS{AGREEMENTS} within COUNTRIES;

set PRODUCTS;
param value{PRODUCTS} > 0;                    # customs value, money per unit
param weight{PRODUCTS} >= 0;                  # tonnes per unit

set BOM within PRODUCTS cross PRODUCTS;       # (p, k): p is made of k
param per_unit{BOM} > 0;                      # units of k per unit of p

# (p, k): making p yields k beside it.
set YIELDS within PRODUCTS cross PRODUCTS, default PRODUCTS cross {};
param yield{YIELDS} > 0;                      # units of k per unit of p

set FACILITIES;
param existing{FACILITIES} binary;            # y of period 0
param decision{FACILITIES} symbolic in {'consider', 'open', 'closed'};
param available_from{FACILITIES} integer >= 1, default 1;   # the first period that may see it open
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
set RECIPES within FACILITIES cross PRODUCTS, default MAKES;   # also where components cannot be had
param unit_cost{MAKES} >= 0;
param capacity_use{MAKES} > 0;                # capacity units per unit
param making_emissions{MAKES} >= 0;           # t CO2e per unit

set DEMANDS within CUSTOMERS cross PRODUCTS;
param demand{DEMANDS, PERIODS} >= 0;          # units per year
param shortage_cost{DEMANDS, PERIODS} >= 0;   # money per unit not delivered
param deviation{DEMANDS, PERIODS} >= 0, default 0;   # of a week's demand, share of its mean

# (j, p, k): of p delivered to customer j, k comes back.
set RETURNS within DEMANDS cross PRODUCTS, default DEMANDS cross {};
param return_share{RETURNS} >= 0;             # units of k at most per unit of p
param collection_cost{RETURNS} >= 0;          # money per unit of k

set BUFFERS within NODES cross PRODUCTS;
param stock_maximum{BUFFERS} >= 0;            # units
param stock_existing{BUFFERS} >= 0;           # units
param stock_cost{BUFFERS} >= 0;               # money per unit and year

set CONTRACTS default {};                     # on making a product
param contract_facility{CONTRACTS} symbolic in FACILITIES;
param contract_product{CONTRACTS} symbolic in PRODUCTS;
param contract_cost{CONTRACTS} >= 0;          # money per unit
param contract_fixed{CONTRACTS} >= 0;         # money per year while signed
param contract_minimum{CONTRACTS} >= 0;       # units per year to be taken or paid for
param contract_maximum{CONTRACTS} > 0;        # units per year
param contract_existing{CONTRACTS} binary;    # signed today
set CONTRACTED := setof{l in CONTRACTS} (contract_facility[l], contract_product[l]);
set CONTRACTS_ON{i in FACILITIES, p in PRODUCTS} :=
  {l in CONTRACTS: contract_facility[l] = i and contract_product[l] = p};

set CLUSTERS default {};                      # rows: what is saved while enough facilities are open
set CLUSTERED{CLUSTERS} within FACILITIES;
param at_least{CLUSTERS} integer >= 2;        # of them
param saving{CLUSTERS} >= 0;                  # money per year

# Money and emissions per unit shipped out of a facility.
param handling{FACILITIES, PRODUCTS} >= 0, default 0;
param handling_emissions{FACILITIES, PRODUCTS} >= 0, default 0;

set INCENTIVES;
set ELIGIBLE{INCENTIVES} within FACILITIES;
param share{INCENTIVES} >= 0, <= 1;           # of opening and build cost
param grant_maximum{INCENTIVES} default -1;   # money over the horizon

# By what costs are multiplied in a period; freight on lanes that leave the facility.
set ESCALATING := {'opening', 'closing', 'build', 'facility_fixed', 'module_fixed', 'production',
  'handling', 'freight'};
param escalation{ESCALATING, FACILITIES, PERIODS} >= 0, default 1;

param opening_price{i in FACILITIES, t in PERIODS} :=
  opening_cost[i] * escalation['opening', i, t];
param build_price{(i, k) in MODULES, t in PERIODS} :=
  build_cost[i, k] * escalation['build', i, t];

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
  weight[p] * distance[i, j, m, p] * emissions_per_t_km[m]
  + (if i in FACILITIES then handling_emissions[i, p]);

# Safety stock covers this many standard deviations: the normal quantile of the service level, by
# Newton's method. The distribution is its density times z + z^3 / 3 + z^5 / (3 * 5) + ...
param service_level >= 0.5, < 1, default 0.5; # share of weeks; 0.5 needs no stock
param pi_half := 1.57079632679489662;
param odds{l in 0..200} := if l = 0 then 0 else odds[l - 1] + log(2 * l + 1);
param quantile{l in 0..60} :=
  if service_level = 0.5 then 0
  else if l = 0 then (service_level - 0.5) * sqrt(4 * pi_half)
  else quantile[l - 1]
    + (service_level - 0.5) * sqrt(4 * pi_half) * exp(quantile[l - 1] ** 2 / 2)
    - sum{d in 0..200} exp((2 * d + 1) * log(quantile[l - 1]) - odds[d]);
param safety{(i, j, m, p) in CARRIED, t in PERIODS} :=
  if (j, p) in DEMANDS then value[p] * h * quantile[60] * deviation[j, p, t]
    * sqrt(lead_time[i, j, m, p] / 7) / 52;

set LANES := setof{(i, j, m, p) in CARRIED} (i, j, m);
param lane_capacity{LANES} default -1;        # units per year, all products together

# Goods keep the country g where they were made: FLOWS are goods on lanes.
set FLOWS dimen 5;                            # (i, j, m, p, g)
check{(i, j, m, p, g) in FLOWS}: (i, j, m, p) in CARRIED and g in COUNTRIES;

# Goods at facilities: made or yielded there, or received. Customers send what they give back.
# Components are consumed where their product is made.
set GOODS := setof{(i, p) in MAKES} (i, p, country[i])
  union setof{(i, p) in MAKES, (p, k) in YIELDS} (i, k, country[i])
  union setof{(i, j, m, p, g) in FLOWS: j in FACILITIES} (j, p, g);
set GIVEN := setof{(j, p, k) in RETURNS} (j, k);
set SENT := GOODS union setof{(j, k) in GIVEN} (j, k, country[j]);
set CONSUMED := setof{(i, p) in MAKES, (p, k) in BOM} (i, k);
set USES := setof{(i, p, g) in GOODS: (i, p) in CONSUMED} (i, p, g);

# The flows by where they leave and arrive: without these, each balance would search all flows.
set LANES_FROM{i in NODES} := setof{(i, j, m) in LANES} (j, m);
set LANES_TO{j in NODES} := setof{(i, j, m) in LANES} (i, m);
set LEAVING{(i, p, g) in SENT} := setof{(j, m) in LANES_FROM[i]: (i, j, m, p, g) in FLOWS} (j, m);
set ARRIVING{(j, p, g) in GOODS} := setof{(i, m) in LANES_TO[j]: (i, j, m, p, g) in FLOWS} (i, m);
set DELIVERIES{(j, p) in DEMANDS} :=
  setof{(i, m) in LANES_TO[j], g in COUNTRIES: (i, j, m, p, g) in FLOWS} (i, m, g);
set GOODS_AT{i in NODES} := setof{(i, p, g) in SENT} (p, g);
set KEPT{i in FACILITIES} := setof{(p, g) in GOODS_AT[i]} p;
set MADE_IN{(i, k) in CONSUMED} := setof{(i, k, g) in USES} g;

# --------------------------------------------------------------------------------------------
# Rules of trade
# --------------------------------------------------------------------------------------------

# Goods made in a member qualify under an agreement: all of them if it has no rule for the product,
# else those of lots that claim it and have the content. So goods are told apart by their claim, too.
param content{AGREEMENTS, PRODUCTS} <= 1, default -1;   # share of the value; below 0: no rule
set CLAIMING := {(i, p) in MAKES, f in AGREEMENTS:
  country[i] in MEMBERS[f] and content[f, p] >= 0};
set CLAIMED := setof{(i, p, f) in CLAIMING} (p, country[i], f);
set CLAIMS{p in PRODUCTS, g in COUNTRIES} := {0} union setof{(p, g, f) in CLAIMED} f;
set QUALIFIES{p in PRODUCTS, g in COUNTRIES, f in CLAIMS[p, g]} :=
  {l in AGREEMENTS: g in MEMBERS[l] and (content[l, p] < 0 or f = l)};

# Duty is a share of the value and money per unit, sums over layers for p made in g that enters a
# country. rate is such a sum where claims, periods and quotas change nothing. Elsewhere TARIFFS has
# the row of each layer for all goods (agreement 0) and those for goods that qualify.
param rate{PRODUCTS, COUNTRIES, COUNTRIES} >= 0, default 0;
set LAYERS default {};
# (layer, agreement, p, g, entered, t)
set TARIFFS dimen 6, default {LAYERS, {}, {}, {}, {}, {}};
param layer_rate{LAYERS, 0..agreements, PRODUCTS, COUNTRIES, COUNTRIES, PERIODS} >= 0, default 0;
param layer_unit{LAYERS, 0..agreements, PRODUCTS, COUNTRIES, COUNTRIES, PERIODS} >= 0, default 0;

# In each layer goods take the cheapest row that is open to them; if two are equal, the first.
set OPEN{d in LAYERS, p in PRODUCTS, g in COUNTRIES, f in CLAIMS[p, g], l in COUNTRIES,
    t in PERIODS} :=
  {0} union {n in QUALIFIES[p, g, f]: l in MEMBERS[n] and (d, n, p, g, l, t) in TARIFFS};
param layer_duty{d in LAYERS, n in 0..agreements, p in PRODUCTS, g in COUNTRIES, l in COUNTRIES,
    t in PERIODS} :=
  layer_rate[d, n, p, g, l, t] * value[p] + layer_unit[d, n, p, g, l, t];
param least_duty{d in LAYERS, p in PRODUCTS, g in COUNTRIES, f in CLAIMS[p, g], l in COUNTRIES,
    t in PERIODS} :=
  min{n in OPEN[d, p, g, f, l, t]} layer_duty[d, n, p, g, l, t];
param taken{d in LAYERS, p in PRODUCTS, g in COUNTRIES, f in CLAIMS[p, g], l in COUNTRIES,
    t in PERIODS} :=
  min{n in OPEN[d, p, g, f, l, t]:
    layer_duty[d, n, p, g, l, t] * (1 - 1e-12) <= least_duty[d, p, g, f, l, t]} n;

# No duty is due inside a territory, or on goods returning to it.
set DUTIABLE := {(i, j, m, p, g) in FLOWS: territory[country[i]] <> territory[country[j]]
  and territory[g] <> territory[country[j]]};

# A quota is of goods that match it, made in FROM and entering TO; at most one for each of them.
set QUOTAS default {};
param quota_layer{QUOTAS} symbolic in LAYERS;
param quota_product{QUOTAS} symbolic;         # '*': any
param quota_period{QUOTAS} integer;           # 0: each separately
param quota_quantity{QUOTAS} >= 0;            # units per year, together
param quota_rate{QUOTAS} >= 0;                # in place of the layer's
param quota_unit{QUOTAS} >= 0;
set QUOTA_FROM{QUOTAS} within COUNTRIES;
set QUOTA_TO{QUOTAS} within COUNTRIES;
set QUOTED{l in QUOTAS} := {(i, j, m, p, g) in DUTIABLE: quota_product[l] in {'*', p}
  and g in QUOTA_FROM[l] and country[j] in QUOTA_TO[l]};
set IN_QUOTA := {l in QUOTAS, (i, j, m, p, g) in QUOTED[l], f in CLAIMS[p, g], t in PERIODS:
  quota_period[l] in {0, t}};                 # (quota, flow, t)

# The share of the duty on components that is paid back for exports of what is made of them.
param drawback_share{COUNTRIES, PRODUCTS} >= 0, <= 1, default 0;
set CREDITED := {(i, p) in MAKES:
  exists{(p, k) in BOM} drawback_share[country[i], k] > 0};
set DRAWN := {(i, j, m, p, g) in DUTIABLE, f in CLAIMS[p, g]:
  (j, p) in CONSUMED and drawback_share[country[j], p] > 0};
set DRAWN_AT := setof{(i, j, m, p, g, f) in DRAWN} (j, p);
set EXPORTED := setof{(i, p) in CREDITED} (territory[country[i]], p);
set OUT{(d, p) in EXPORTED} := {(i, j, m, p, g) in FLOWS:
  territory[g] = d and territory[country[i]] = d and territory[country[j]] <> d};
set BACK{(d, p) in EXPORTED} := {(i, j, m, p, g) in FLOWS:
  territory[g] = d and territory[country[i]] <> d and territory[country[j]] = d};

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
set KINDS := {'capacity', 'lane', 'tariff', 'demand', 'production_cost', 'freight_cost'};
param effect{EFFECTS} symbolic in KINDS;
param effect_mode{EFFECTS} symbolic;
param effect_product{EFFECTS} symbolic;
param effect_value{EFFECTS};
param exempt{EFFECTS} integer, default 0;     # the agreement whose goods a tariff spares
set FROM{EFFECTS};
set TO{EFFECTS};
set HITS{s in STATES, l in KINDS} :=
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
  if lane_left[i, j, m, s] = 0 or (i in FACILITIES and a[i, s] = 0)
    or exists{d in HITS[s, 'lane']} (effect_product[d] = p and effect_mode[d] in {'*', m}
      and effect_value[d] = 1 and i in FROM[d] and j in TO[d])
  then 1 else 0;

# Tariff effects add up, with the rates at least 0. They spare goods that qualify under the agreement
# that is exempt and enter a member.
param added{(i, j, m, p, g) in DUTIABLE, f in CLAIMS[p, g], s in STATES} :=
  sum{d in HITS[s, 'tariff']: effect_product[d] in {'*', p}
    and g in FROM[d] and country[j] in TO[d]
    and not exists{l in QUALIFIES[p, g, f]} (exempt[d] = l and country[j] in MEMBERS[l])}
    effect_value[d];
param flow_rate{(i, j, m, p, g) in DUTIABLE, f in CLAIMS[p, g], t in PERIODS} :=
  rate[p, g, country[j]] + sum{d in LAYERS}
    layer_rate[d, taken[d, p, g, f, country[j], t], p, g, country[j], t];
param flow_unit{(i, j, m, p, g) in DUTIABLE, f in CLAIMS[p, g], t in PERIODS} :=
  sum{d in LAYERS} layer_unit[d, taken[d, p, g, f, country[j], t], p, g, country[j], t];
param duty{(i, j, m, p, g) in DUTIABLE, f in CLAIMS[p, g], t in PERIODS, s in STATES} :=
  max(0, flow_rate[i, j, m, p, g, f, t] + added[i, j, m, p, g, f, s]) * value[p]
  + flow_unit[i, j, m, p, g, f, t];

# What goods save in a quota, where it is below the duty.
param quota_saving{(l, i, j, m, p, g, f, t) in IN_QUOTA, s in STATES} :=
  max(0, duty[i, j, m, p, g, f, t, s] - (
    max(0, flow_rate[i, j, m, p, g, f, t] + added[i, j, m, p, g, f, s] + quota_rate[l]
      - layer_rate[quota_layer[l], taken[quota_layer[l], p, g, f, country[j], t],
        p, g, country[j], t]) * value[p]
    + flow_unit[i, j, m, p, g, f, t] + quota_unit[l]
    - layer_unit[quota_layer[l], taken[quota_layer[l], p, g, f, country[j], t],
      p, g, country[j], t]));

# Cost effects add up, at least -1.
param making_factor{(i, p) in RECIPES, s in STATES} :=
  max(0, 1 + sum{d in HITS[s, 'production_cost']: effect_product[d] in {'*', p}
    and i in FROM[d]} effect_value[d]);
param moving_factor{(i, j, m, p) in CARRIED, s in STATES} :=
  max(0, 1 + sum{d in HITS[s, 'freight_cost']: effect_product[d] in {'*', p}
    and effect_mode[d] in {'*', m} and i in FROM[d] and j in TO[d]} effect_value[d]);

# Demand effects add up, at least -1.
param change{(j, p) in DEMANDS, s in STATES} :=
  max(-1, sum{d in HITS[s, 'demand']: effect_product[d] in {'*', p} and j in TO[d]}
    effect_value[d]);
param wanted{(j, p) in DEMANDS, t in PERIODS, s in STATES} :=
  demand[j, p, t] * (1 + change[j, p, s]);

# Coproducts, and what yields them, may be discarded, and so are made up to capacity.
set YIELDING := setof{(p, k) in YIELDS} p union setof{(p, k) in YIELDS} k;
param makes_most{p in PRODUCTS, s in STATES} := sum{(i, p) in MAKES}
  a[i, s] * sum{(i, k) in MODULES} size[i, k] * modules_maximum[i, k] / capacity_use[i, p];

# The most of a product that can be used: demand, and components along the bills of materials.
param needed{p in PRODUCTS, t in PERIODS, s in STATES} :=
  sum{(j, p) in DEMANDS} wanted[j, p, t, s] + sum{(l, p) in BOM} per_unit[l, p]
    * (if l in YIELDING then makes_most[l, s] else needed[l, t, s]);

# --------------------------------------------------------------------------------------------
# Policies: what they ask of the normal state, or of outages
# --------------------------------------------------------------------------------------------

set POLICIES;
param kind{POLICIES} symbolic in
  {'open_facilities', 'share', 'investment', 'emissions', 'survive', 'production', 'flow',
  'minimum_if_open', 'sources', 'requires', 'within_days', 'within_km'};
set ORIGINS{POLICIES};                        # countries of a share, otherwise facilities
set DESTINATIONS{POLICIES} within NODES;      # what is counted or needed there
set TARGETS{POLICIES} within OUTAGES, default {};   # to be survived, one at a time
param policy_product{POLICIES} symbolic;      # '*': each separately
param policy_period{POLICIES} integer;        # 0: each separately
param sense{POLICIES} symbolic in {'<=', '>='};
param bound{POLICIES} >= 0;
param limit{POLICIES} default -1;             # of days or kilometres within which to deliver
set HELD := {l in POLICIES, t in PERIODS: network = 'free' and policy_period[l] in {0, t}};

# Multiplied by 1 or by -1, each is: left-hand side less what it is compared with <= 0.
param sign{l in POLICIES} := if sense[l] = '<=' then 1 else -1;

# Products that a policy speaks of: under '*' of production those that are made at one of its
# facilities, of flow those that one of its lanes carries.
set SPOKEN{l in POLICIES} := {p in PRODUCTS: policy_product[l] = p or policy_product[l] = '*'
  and (kind[l] <> 'production' or exists{(i, p) in RECIPES} i in ORIGINS[l])
  and (kind[l] <> 'flow'
    or exists{(i, j, m, p) in CARRIED} (i in ORIGINS[l] and j in DESTINATIONS[l]))};

# The most that it is sensible to ship out of a facility: what can be used; as much again if it goes
# abroad and back for the drawback; and what is sent round because a policy asks for a flow.
param room{p in PRODUCTS, t in PERIODS, s in STATES} :=
  needed[p, t, s] * (if exists{(i, p) in CREDITED} 1 then 2 else 1)
  + sum{(l, t) in HELD: s = normal and kind[l] = 'flow' and sense[l] = '>='
    and p in SPOKEN[l]} bound[l];

# A node's sources of a product, where a policy counts them: (policy, i, j, p).
set SOURCES := setof{l in POLICIES, (i, j, m, p) in CARRIED:
  kind[l] = 'sources' and i in FACILITIES and j in DESTINATIONS[l] and p in SPOKEN[l]} (l, i, j, p);
set SERVED := setof{(l, i, j, p) in SOURCES} (l, j, p);

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
var signed{CONTRACTS, PERIODS} binary;
var met{CLUSTERS, PERIODS} binary;            # enough of a cluster's facilities are open
var source{SOURCES, PERIODS} binary;          # i ships p to j in the normal state
set GRANTS := setof{l in INCENTIVES, i in ELIGIBLE[l]} (l, i);
var granted{GRANTS, PERIODS} >= 0;            # money

# Open now less open before = opened less closed.
s.t. opening{i in FACILITIES, t in PERIODS}:
  y[i, t] - (if t = 1 then existing[i] else y[i, t - 1]) = o[i, t] - c[i, t];
s.t. not_both{i in FACILITIES, t in PERIODS}: o[i, t] + c[i, t] <= 1;
s.t. opens_once{i in FACILITIES}: sum{t in PERIODS} o[i, t] <= 1;
s.t. closes_once{i in FACILITIES}: sum{t in PERIODS} c[i, t] <= 1;

# A candidate is not open before it is available. The user's decisions hold in every period after.
s.t. unavailable{i in FACILITIES, t in PERIODS: t < available_from[i]}: y[i, t] = 0;
s.t. decided{i in FACILITIES, t in PERIODS:
    decision[i] <> 'consider' and network = 'free' and t >= available_from[i]}:
  y[i, t] = (if decision[i] = 'open' then 1 else 0);

# Modules now = modules before + built - retired, and only where it is open.
s.t. modules{(i, k) in MODULES, t in PERIODS}:
  n[i, k, t] = (if t = 1 then modules_existing[i, k] else n[i, k, t - 1])
    + b[i, k, t] - e[i, k, t];
s.t. modules_open{(i, k) in MODULES, t in PERIODS}:
  n[i, k, t] <= modules_maximum[i, k] * y[i, t];

# A contract binds an open facility, at most one for each of its products.
s.t. contract_open{l in CONTRACTS, t in PERIODS}: signed[l, t] <= y[contract_facility[l], t];
s.t. one_contract{(i, p) in CONTRACTED, t in PERIODS}:
  sum{l in CONTRACTS_ON[i, p]} signed[l, t] <= 1;

# A cluster saves while enough of its facilities are open.
s.t. cluster_open{l in CLUSTERS, t in PERIODS}:
  at_least[l] * met[l, t] <= sum{i in CLUSTERED[l]} y[i, t];

# The current and the expanded network: existing facilities are open, the others closed.
s.t. as_is_open{i in FACILITIES, t in PERIODS: network <> 'free'}: y[i, t] = existing[i];

# The current network alone: with their modules, stocks and contracts.
s.t. as_is_modules{(i, k) in MODULES, t in PERIODS: network = 'current'}:
  n[i, k, t] = modules_existing[i, k];
s.t. as_is_unbuilt{(i, k) in MODULES, t in PERIODS: network = 'current'}: b[i, k, t] = 0;
s.t. as_is_stock{(j, p) in BUFFERS, t in PERIODS: network = 'current'}:
  z[j, p, t] = stock_existing[j, p];
s.t. as_is_signed{l in CONTRACTS, t in PERIODS: network = 'current'}:
  signed[l, t] = contract_existing[l];

# An incentive grants at most its share of opening and build cost, and its maximum over all
# facilities and periods; all incentives together grant at most that cost.
s.t. grant_share{(l, i) in GRANTS, t in PERIODS}: granted[l, i, t] <=
  share[l] * (opening_price[i, t] * o[i, t]
    + sum{(i, k) in MODULES} build_price[i, k, t] * b[i, k, t]);
s.t. grant_limit{l in INCENTIVES: grant_maximum[l] >= 0}:
  sum{i in ELIGIBLE[l], t in PERIODS} granted[l, i, t] <= grant_maximum[l];
s.t. grants_together{i in FACILITIES, t in PERIODS}: sum{(l, i) in GRANTS} granted[l, i, t] <=
  opening_price[i, t] * o[i, t] + sum{(i, k) in MODULES} build_price[i, k, t] * b[i, k, t];

# --------------------------------------------------------------------------------------------
# Recourse: every period and state
# --------------------------------------------------------------------------------------------

var x{(i, j, m, p, g) in FLOWS, CLAIMS[p, g], PERIODS, STATES} >= 0;   # on a lane
var q{MAKES, PERIODS, STATES} >= 0;           # made
var used{(i, p, g) in USES, CLAIMS[p, g], PERIODS, STATES} >= 0;   # components consumed
var w{BUFFERS, PERIODS, EVENTS} >= 0;         # drawn from stock
var u{DEMANDS, PERIODS, STATES} >= 0;         # not delivered

set DISCARDS := {(i, p) in MAKES: p in YIELDING}
  union setof{(i, p) in MAKES, (p, k) in YIELDS} (i, k);
var discarded{DISCARDS, PERIODS, STATES} >= 0;
var collected{RETURNS, PERIODS, STATES} >= 0; # given back by customers
var under{CONTRACTS, PERIODS, STATES} >= 0;   # made under a contract
var paid{CONTRACTS, PERIODS, STATES} >= 0;    # paid for under it
var claimed{CLAIMING, PERIODS, STATES} >= 0;  # made in lots that claim an agreement
var in_quota{IN_QUOTA, STATES} >= 0;
var drawn_back{DRAWN, PERIODS, STATES} >= 0;  # components on whose duty the drawback is paid
var credited{CREDITED, PERIODS, STATES} >= 0; # made and exported, to whose credit it is

# Capacity: production takes no more than the remaining capacity of the modules.
s.t. capacity{i in FACILITIES, t in PERIODS, s in STATES}:
  sum{(i, p) in MAKES} capacity_use[i, p] * q[i, p, t, s]
  <= a[i, s] * sum{(i, k) in MODULES} size[i, k] * n[i, k, t];
s.t. unmade{s in OUTAGES, (i, p) in UNMADE[s], t in PERIODS}: q[i, p, t, s] = 0;

# Throughput: shipments of every product, origin and destination.
s.t. shipping{i in FACILITIES, t in PERIODS, s in STATES: throughput[i] >= 0}:
  sum{(p, g) in GOODS_AT[i], (j, m) in LEAVING[i, p, g], f in CLAIMS[p, g]}
    x[i, j, m, p, g, f, t, s]
  <= a[i, s] * throughput[i] * y[i, t];

# A closed facility ships nothing. Without modules it makes nothing either, and so receives nothing:
# whatever arrived would have to be shipped or used.
s.t. ships_open{i in FACILITIES, p in KEPT[i], t in PERIODS, s in STATES}:
  sum{(p, g) in GOODS_AT[i], (j, m) in LEAVING[i, p, g], f in CLAIMS[p, g]}
    x[i, j, m, p, g, f, t, s]
  <= room[p, t, s] * y[i, t];

# Balance for each country of origin and claim:
# made + yielded + received = shipped + used + discarded.
s.t. balance{(i, p, g) in GOODS, f in CLAIMS[p, g], t in PERIODS, s in STATES}:
  (if f > 0 and (i, p, f) in CLAIMING and country[i] = g then claimed[i, p, f, t, s])
  + (if f = 0 and (i, p) in MAKES and country[i] = g
    then q[i, p, t, s] - sum{(i, p, l) in CLAIMING} claimed[i, p, l, t, s])
  + (if f = 0 and country[i] = g
    then sum{(l, p) in YIELDS: (i, l) in MAKES} yield[l, p] * q[i, l, t, s])
  + sum{(l, m) in ARRIVING[i, p, g]} x[l, i, m, p, g, f, t, s]
  = sum{(j, m) in LEAVING[i, p, g]} x[i, j, m, p, g, f, t, s]
  + (if (i, p, g) in USES then used[i, p, g, f, t, s])
  + (if f = 0 and (i, p) in DISCARDS and country[i] = g then discarded[i, p, t, s]);
s.t. claims{(i, p) in MAKES, t in PERIODS, s in STATES: exists{(i, p, f) in CLAIMING} 1}:
  sum{(i, p, f) in CLAIMING} claimed[i, p, f, t, s] <= q[i, p, t, s];

# Discarded is what was yielded or made of coproducts and of what yields them; not what claims an agreement.
s.t. discards{(i, p) in DISCARDS, t in PERIODS, s in STATES}: discarded[i, p, t, s]
  <= sum{(l, p) in YIELDS: (i, l) in MAKES} yield[l, p] * q[i, l, t, s]
  + (if (i, p) in MAKES and p in YIELDING
    then q[i, p, t, s] - sum{(i, p, l) in CLAIMING} claimed[i, p, l, t, s]);

# Components: used of all goods + drawn from stock = what production takes.
s.t. components{(i, k) in CONSUMED, t in PERIODS, s in STATES}:
  sum{g in MADE_IN[i, k], f in CLAIMS[k, g]} used[i, k, g, f, t, s]
  + (if s <> normal and (i, k) in BUFFERS then w[i, k, t, s])
  = sum{(i, p) in MAKES: (p, k) in BOM} per_unit[p, k] * q[i, p, t, s];

# Customers: received + drawn from stock + not delivered = demanded.
s.t. customers{(j, p) in DEMANDS, t in PERIODS, s in STATES}:
  sum{(i, m, g) in DELIVERIES[j, p], f in CLAIMS[p, g]} x[i, j, m, p, g, f, t, s]
  + (if s <> normal and (j, p) in BUFFERS then w[j, p, t, s])
  + u[j, p, t, s] = wanted[j, p, t, s];

# A stock lasts for the weeks of the scenario or outage.
s.t. draws{(j, p) in BUFFERS, t in PERIODS, s in EVENTS}:
  lasts[s] / 52 * w[j, p, t, s] <= z[j, p, t];

# Lanes: a limit on all products together, and nothing if closed.
s.t. lane_limit{(i, j, m) in LANES, t in PERIODS, s in STATES: lane_capacity[i, j, m] >= 0}:
  sum{(p, g) in GOODS_AT[i], f in CLAIMS[p, g]: (i, j, m, p, g) in FLOWS}
    x[i, j, m, p, g, f, t, s]
  <= lane_left[i, j, m, s] * lane_capacity[i, j, m];
s.t. lane_closed{(i, j, m, p, g) in FLOWS, f in CLAIMS[p, g], t in PERIODS, s in STATES:
    is_closed[i, j, m, p, s]}:
  x[i, j, m, p, g, f, t, s] = 0;

# Customers give back at most a share of what they receive, and ship what is collected.
s.t. returned{(j, p, k) in RETURNS, t in PERIODS, s in STATES}: collected[j, p, k, t, s]
  <= return_share[j, p, k]
    * sum{(i, m, g) in DELIVERIES[j, p], f in CLAIMS[p, g]} x[i, j, m, p, g, f, t, s];
s.t. sent_back{(j, k) in GIVEN, t in PERIODS, s in STATES}:
  sum{(j, p, k) in RETURNS} collected[j, p, k, t, s]
  = sum{(i, m) in LEAVING[j, k, country[j]]} x[j, i, m, k, country[j], 0, t, s];

# Nothing that they give back claims an agreement.
s.t. sent_unclaimed{(j, i, m, k, g) in FLOWS, f in CLAIMS[k, g], t in PERIODS, s in STATES:
    j in CUSTOMERS and f > 0}:
  x[j, i, m, k, g, f, t, s] = 0;

# Contracts: what is made under them is part of what is made. Paid for is that or the minimum.
s.t. under_signed{l in CONTRACTS, t in PERIODS, s in STATES}:
  under[l, t, s] <= contract_maximum[l] * signed[l, t];
s.t. under_made{(i, p) in CONTRACTED, t in PERIODS, s in STATES}:
  sum{l in CONTRACTS_ON[i, p]} under[l, t, s] <= (if (i, p) in MAKES then q[i, p, t, s]);
s.t. paid_under{l in CONTRACTS, t in PERIODS, s in STATES}: paid[l, t, s] >= under[l, t, s];
s.t. paid_minimum{l in CONTRACTS, t in PERIODS, s in STATES}:
  paid[l, t, s] >= contract_minimum[l] * signed[l, t];

# Rules of origin: the components of lots that claim an agreement are accounted for by themselves.
# Those that do not originate in its members, as stock never does, are worth at most 1 - content of
# what the lot is worth.
set LOTS := {(i, p, f) in CLAIMING, (p, k) in BOM};   # (i, p, f, k)
set LOTS_TAKE := setof{(i, p, f, k) in LOTS} (i, k);
var lot_used{(i, p, f, k) in LOTS, g in MADE_IN[i, k], CLAIMS[k, g], PERIODS, STATES} >= 0;
var lot_drawn{(i, p, f, k) in LOTS, PERIODS, EVENTS: (i, k) in BUFFERS} >= 0;
s.t. lot_components{(i, p, f, k) in LOTS, t in PERIODS, s in STATES}:
  sum{g in MADE_IN[i, k], d in CLAIMS[k, g]} lot_used[i, p, f, k, g, d, t, s]
  + (if s <> normal and (i, k) in BUFFERS then lot_drawn[i, p, f, k, t, s])
  = per_unit[p, k] * claimed[i, p, f, t, s];
s.t. lots_used{(i, k) in LOTS_TAKE, g in MADE_IN[i, k], d in CLAIMS[k, g], t in PERIODS,
    s in STATES}:
  sum{(i, p, f, k) in LOTS} lot_used[i, p, f, k, g, d, t, s] <= used[i, k, g, d, t, s];
s.t. lots_drawn{(i, k) in LOTS_TAKE, t in PERIODS, s in EVENTS: (i, k) in BUFFERS}:
  sum{(i, p, f, k) in LOTS} lot_drawn[i, p, f, k, t, s] <= w[i, k, t, s];
s.t. lot_content{(i, p, f) in CLAIMING, t in PERIODS, s in STATES: exists{(p, k) in BOM} 1}:
  sum{(p, k) in BOM} value[k] * (
    sum{g in MADE_IN[i, k], d in CLAIMS[k, g]: f not in QUALIFIES[k, g, d]}
      lot_used[i, p, f, k, g, d, t, s]
    + (if s <> normal and (i, k) in BUFFERS then lot_drawn[i, p, f, k, t, s]))
  <= (1 - content[f, p]) * value[p] * claimed[i, p, f, t, s];

# Quotas: a limit on all goods in them together.
s.t. quota_flow{(l, i, j, m, p, g, f, t) in IN_QUOTA, s in STATES}:
  in_quota[l, i, j, m, p, g, f, t, s] <= x[i, j, m, p, g, f, t, s];
s.t. quota_limit{l in QUOTAS, t in PERIODS, s in STATES: quota_period[l] in {0, t}}:
  sum{(i, j, m, p, g) in QUOTED[l], f in CLAIMS[p, g]} in_quota[l, i, j, m, p, g, f, t, s]
  <= quota_quantity[l];

# Drawback: of components that pay duty out of quota, no more than credited products are made of.
s.t. drawn_flow{(i, j, m, p, g, f) in DRAWN, t in PERIODS, s in STATES}:
  drawn_back[i, j, m, p, g, f, t, s]
  + sum{(l, i, j, m, p, g, f, t) in IN_QUOTA} in_quota[l, i, j, m, p, g, f, t, s]
  <= x[i, j, m, p, g, f, t, s];
s.t. drawn_credit{(j, p) in DRAWN_AT, t in PERIODS, s in STATES}:
  sum{(i, j, m, p, g, f) in DRAWN} drawn_back[i, j, m, p, g, f, t, s]
  <= sum{(j, k) in CREDITED: (k, p) in BOM} per_unit[k, p] * credited[j, k, t, s];

# Credited is at most what a facility makes, what it ships straight abroad, and together what their
# territory exports on balance.
s.t. credit_made{(i, p) in CREDITED, t in PERIODS, s in STATES}:
  credited[i, p, t, s] <= q[i, p, t, s];
s.t. credit_shipped{(i, p) in CREDITED, t in PERIODS, s in STATES}: credited[i, p, t, s]
  <= sum{(j, m) in LEAVING[i, p, country[i]], f in CLAIMS[p, country[i]]:
    territory[country[j]] <> territory[country[i]]} x[i, j, m, p, country[i], f, t, s];
s.t. credit_exported{(d, p) in EXPORTED, t in PERIODS, s in STATES}:
  sum{(i, p) in CREDITED: territory[country[i]] = d} credited[i, p, t, s]
  <= sum{(i, j, m, g) in OUT[d, p], f in CLAIMS[p, g]} x[i, j, m, p, g, f, t, s]
  - sum{(i, j, m, g) in BACK[d, p], f in CLAIMS[p, g]} x[i, j, m, p, g, f, t, s];

# --------------------------------------------------------------------------------------------
# Policies as constraints: in every period they name
# --------------------------------------------------------------------------------------------

s.t. policy_open{(l, t) in HELD: kind[l] = 'open_facilities'}:
  sign[l] * (sum{i in ORIGINS[l]} y[i, t] - bound[l]) <= 0;

# Share of the units of a product delivered to customers or consumed by facilities.
s.t. policy_share{(l, t) in HELD, p in SPOKEN[l]: kind[l] = 'share'}:
  sign[l] * (
    sum{(j, p) in DEMANDS, (i, m, g) in DELIVERIES[j, p], f in CLAIMS[p, g]: j in DESTINATIONS[l]}
      ((if g in ORIGINS[l] then 1 else 0) - bound[l]) * x[i, j, m, p, g, f, t, normal]
    + sum{(i, p, g) in USES, f in CLAIMS[p, g]: i in DESTINATIONS[l]}
      ((if g in ORIGINS[l] then 1 else 0) - bound[l]) * used[i, p, g, f, t, normal]) <= 0;

s.t. policy_investment{(l, t) in HELD: kind[l] = 'investment'}:
  sign[l] * (sum{i in ORIGINS[l]} (opening_price[i, t] * o[i, t]
      + sum{(i, k) in MODULES} build_price[i, k, t] * b[i, k, t]
      - sum{(d, i) in GRANTS} granted[d, i, t])
    - bound[l]) <= 0;

s.t. policy_emissions{(l, t) in HELD: kind[l] = 'emissions'}:
  sign[l] * (sum{i in ORIGINS[l], (i, p) in MAKES} making_emissions[i, p] * q[i, p, t, normal]
    + sum{i in ORIGINS[l], (p, g) in GOODS_AT[i], (j, m) in LEAVING[i, p, g], f in CLAIMS[p, g]}
      moving_emissions[i, j, m, p] * x[i, j, m, p, g, f, t, normal]
    - bound[l]) <= 0;

s.t. policy_production{(l, t) in HELD, p in SPOKEN[l]: kind[l] = 'production'}:
  sign[l] * (sum{(i, p) in MAKES: i in ORIGINS[l]} q[i, p, t, normal] - bound[l]) <= 0;

s.t. policy_flow{(l, t) in HELD, p in SPOKEN[l]: kind[l] = 'flow'}:
  sign[l] * (sum{i in ORIGINS[l], (p, g) in GOODS_AT[i], (j, m) in LEAVING[i, p, g],
      f in CLAIMS[p, g]: j in DESTINATIONS[l]} x[i, j, m, p, g, f, t, normal]
    - bound[l]) <= 0;

# What an open facility makes at least.
s.t. policy_minimum{(l, t) in HELD, i in ORIGINS[l]: kind[l] = 'minimum_if_open'
    and exists{(i, p) in RECIPES} policy_product[l] in {'*', p}}:
  sum{(i, p) in MAKES: policy_product[l] in {'*', p}} q[i, p, t, normal] >= bound[l] * y[i, t];

# Sources: a customer receives no more than it wants.
s.t. policy_source{(l, i, j, p) in SOURCES, t in PERIODS: (l, t) in HELD}:
  sum{g in COUNTRIES, f in CLAIMS[p, g], m in MODES: (i, j, m, p, g) in FLOWS}
    x[i, j, m, p, g, f, t, normal]
  <= (if (j, p) in DEMANDS then wanted[j, p, t, normal] else room[p, t, normal])
    * source[l, i, j, p, t];
s.t. policy_sources{(l, j, p) in SERVED, t in PERIODS: (l, t) in HELD}:
  sum{(l, i, j, p) in SOURCES} source[l, i, j, p, t] <= bound[l];

# If a facility is open, so are so many others.
s.t. policy_requires{(l, t) in HELD, i in ORIGINS[l]: kind[l] = 'requires'}:
  sum{d in DESTINATIONS[l]: d <> i} y[d, t] >= bound[l] * y[i, t];

# A share of demand is delivered on lanes within the limit.
s.t. policy_within{(l, t) in HELD, p in SPOKEN[l]: kind[l] in {'within_days', 'within_km'}}:
  sum{(j, p) in DEMANDS, (i, m, g) in DELIVERIES[j, p], f in CLAIMS[p, g]: j in DESTINATIONS[l]
      and (if kind[l] = 'within_days' then lead_time[i, j, m, p] else distance[i, j, m, p])
        <= limit[l] * (1 + 1e-9)} x[i, j, m, p, g, f, t, normal]
  >= bound[l] * sum{(j, p) in DEMANDS: j in DESTINATIONS[l]} wanted[j, p, t, normal];

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
  'contracts', 'clusters', 'buffers', 'production', 'handling', 'freight', 'duty', 'drawback',
  'pipeline', 'safety_stock', 'carbon', 'collection', 'shortage', 'buffer_draws'};
var cost{LINES};                              # discounted, over the horizon

# Paid once.
s.t. cost_opening: cost['opening'] =
  sum{t in PERIODS} D[t] * sum{i in FACILITIES} opening_price[i, t] * o[i, t];
s.t. cost_closing: cost['closing'] =
  sum{t in PERIODS} D[t] * sum{i in FACILITIES}
    escalation['closing', i, t] * closing_cost[i] * c[i, t];
s.t. cost_building: cost['building'] =
  sum{t in PERIODS} D[t] * sum{(i, k) in MODULES} build_price[i, k, t] * b[i, k, t];
s.t. cost_incentives: cost['incentives'] =
  - sum{t in PERIODS} D[t] * sum{(l, i) in GRANTS} granted[l, i, t];

# Paid every year.
s.t. cost_facility_fixed: cost['facility_fixed'] =
  sum{t in PERIODS} A[t] * sum{i in FACILITIES}
    escalation['facility_fixed', i, t] * fixed_cost[i] * y[i, t];
s.t. cost_module_fixed: cost['module_fixed'] =
  sum{t in PERIODS} A[t] * sum{(i, k) in MODULES}
    escalation['module_fixed', i, t] * module_cost[i, k] * n[i, k, t];
s.t. cost_contracts: cost['contracts'] =
  sum{t in PERIODS} A[t] * sum{l in CONTRACTS} contract_fixed[l] * signed[l, t];
s.t. cost_clusters: cost['clusters'] =
  - sum{t in PERIODS} A[t] * sum{l in CLUSTERS} saving[l] * met[l, t];
s.t. cost_buffers: cost['buffers'] =
  sum{t in PERIODS} A[t] * sum{(j, p) in BUFFERS} stock_cost[j, p] * z[j, p, t];

# Paid every year, for the share of the time spent in each state.
s.t. cost_production: cost['production'] = sum{t in PERIODS, s in STATES}
  A[t] * pi[s] * (
    sum{(i, p) in MAKES} escalation['production', i, t] * making_factor[i, p, s] * unit_cost[i, p]
      * (q[i, p, t, s] - sum{l in CONTRACTS_ON[i, p]} under[l, t, s])
    + sum{l in CONTRACTS} escalation['production', contract_facility[l], t]
      * making_factor[contract_facility[l], contract_product[l], s]
      * contract_cost[l] * paid[l, t, s]);
s.t. cost_handling: cost['handling'] = sum{t in PERIODS, s in STATES}
  A[t] * pi[s] * sum{(i, j, m, p, g) in FLOWS, f in CLAIMS[p, g]: i in FACILITIES}
    escalation['handling', i, t] * handling[i, p] * x[i, j, m, p, g, f, t, s];
s.t. cost_freight: cost['freight'] = sum{t in PERIODS, s in STATES}
  A[t] * pi[s] * sum{(i, j, m, p, g) in FLOWS, f in CLAIMS[p, g]}
    (if i in FACILITIES then escalation['freight', i, t] else 1)
    * moving_factor[i, j, m, p, s] * freight[i, j, m, p] * x[i, j, m, p, g, f, t, s];
s.t. cost_duty: cost['duty'] = sum{t in PERIODS, s in STATES} A[t] * pi[s] * (
  sum{(i, j, m, p, g) in DUTIABLE, f in CLAIMS[p, g]}
    duty[i, j, m, p, g, f, t, s] * x[i, j, m, p, g, f, t, s]
  - sum{(l, i, j, m, p, g, f, t) in IN_QUOTA}
    quota_saving[l, i, j, m, p, g, f, t, s] * in_quota[l, i, j, m, p, g, f, t, s]);
s.t. cost_drawback: cost['drawback'] = - sum{t in PERIODS, s in STATES}
  A[t] * pi[s] * sum{(i, j, m, p, g, f) in DRAWN} drawback_share[country[j], p]
    * duty[i, j, m, p, g, f, t, s] * drawn_back[i, j, m, p, g, f, t, s];
s.t. cost_pipeline: cost['pipeline'] = sum{t in PERIODS, s in STATES}
  A[t] * pi[s] * sum{(i, j, m, p, g) in FLOWS, f in CLAIMS[p, g]}
    pipeline[i, j, m, p] * x[i, j, m, p, g, f, t, s];
s.t. cost_safety_stock: cost['safety_stock'] = sum{t in PERIODS, s in STATES}
  A[t] * pi[s] * sum{(i, j, m, p, g) in FLOWS, f in CLAIMS[p, g]}
    safety[i, j, m, p, t] * x[i, j, m, p, g, f, t, s];
s.t. cost_carbon: cost['carbon'] = sum{t in PERIODS, s in STATES}
  A[t] * pi[s] * carbon_price * carbon_factor[t] * (
    sum{(i, p) in MAKES} making_emissions[i, p] * q[i, p, t, s]
    + sum{(i, j, m, p, g) in FLOWS, f in CLAIMS[p, g]}
      moving_emissions[i, j, m, p] * x[i, j, m, p, g, f, t, s]);
s.t. cost_collection: cost['collection'] = sum{t in PERIODS, s in STATES}
  A[t] * pi[s] * sum{(j, p, k) in RETURNS} collection_cost[j, p, k] * collected[j, p, k, t, s];
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
printf{l in CONTRACTS, t in PERIODS: signed[l, t].val > 0.5}: "contract %d %s\n", t, l;
printf{l in CLUSTERS, t in PERIODS: met[l, t].val > 0.5}: "cluster %d %d\n", t, l;
printf{s in SCENARIOS, t in EXPOSED}: "lost %d %s %.15g\n", t, s, v[s, t].val / one;

end;
