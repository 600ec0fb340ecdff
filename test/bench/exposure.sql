-- Exposure per month and currency in float SQL (spec §§2–6), as the benchmark's rival of the engine.
--
-- Its own tables, loaded before the clock starts, already hold integer keys in place of texts:
--   run(as_of, window_end, uplift_monthly, uplift_no_monthly, rule_kind, rule_value)
--   lists(list, list_date)   offers(offer, product, title, segment, market, currency)
--   sales(sale, offer, term, plan, months)   prices(sale, list, unit, erp, start_day, end_day)
--   subscriptions(row, sale, offer, customer, seats, start_day, end_day, auto_renew, action, promotion, in_scope)
--   contracts(customer, rule_kind, rule_value, pass_through, cap, notice_days, locked_until, notice_given)
--   own_rules(row, rule_kind, rule_value)   ks(k)
-- Macros: hu(x) rounds to cents, ruled(kind, value, cost, erp) is a margin rule's price.

WITH
-- Which row of which list counts from which day on: in force, out of the newest list, else carried forward.
bounds AS (
  SELECT sale, start_day AS day FROM prices
  UNION
  SELECT sale, end_day + 1 FROM prices WHERE end_day < DATE '9999-01-01'
),
ranked AS (
  SELECT b.sale, b.day, p.unit, p.erp,
    row_number() OVER (
      PARTITION BY b.sale, b.day
      ORDER BY b.day <= p.end_day DESC, CASE WHEN b.day <= p.end_day THEN l.list_date ELSE p.start_day END DESC,
        l.list_date DESC, p.list DESC, p.end_day
    ) AS place
  FROM bounds b
  JOIN prices p ON p.sale = b.sale AND p.start_day <= b.day
  JOIN lists l USING (list)
),
lines AS (
  SELECT r.sale, s.offer, s.term, s.plan, r.day AS from_day,
    lead(r.day, 1, DATE '9999-12-31') OVER (PARTITION BY r.sale ORDER BY r.day) AS to_day,
    r.unit / s.months AS cost, r.erp / s.months AS erp
  FROM ranked r JOIN sales s USING (sale)
  WHERE place = 1
),
-- R-008: EST SKUs by title, else silent twins.
shapes AS (
  SELECT offer, bool_and(term = 'P1M') AS only_monthly, bool_or(term = 'P1Y') AS has_annual FROM sales GROUP BY offer
),
monthly AS (
  SELECT s.offer, p.list, arg_max(p.unit, p.start_day) AS unit
  FROM sales s JOIN prices p USING (sale)
  WHERE s.term = 'P1M' AND s.plan = 'Monthly'
  GROUP BY s.offer, p.list
),
pairs AS (
  SELECT b.offer AS base, e.offer AS est, b.title <> e.title AS titled
  FROM offers e JOIN offers b USING (product, segment, market, currency)
  WHERE e.offer <> b.offer AND (
    (contains(e.title, 'Extended Service Term') AND b.title = replace(e.title, ' - Extended Service Term', ''))
    OR (e.title = b.title
      AND (SELECT only_monthly FROM shapes WHERE offer = e.offer)
      AND (SELECT has_annual FROM shapes WHERE offer = b.offer)
      AND EXISTS (
        SELECT 1 FROM monthly m JOIN monthly n USING (list)
        WHERE m.offer = b.offer AND n.offer = e.offer AND abs(n.unit - 1.03 * m.unit) <= 0.0100001)))
),
-- The EST price of every base offer from each day on which it changes.
bases AS (
  SELECT offer AS base, est FROM offers LEFT JOIN pairs ON base = offer WHERE offer NOT IN (SELECT est FROM pairs)
),
est_bounds AS (
  SELECT DISTINCT b.base, b.est, l.from_day AS day FROM bases b JOIN lines l ON l.offer = b.base OR l.offer = b.est
),
est_parts AS (
  SELECT e.base, e.day,
    any_value(l.cost) FILTER (l.offer = e.est) AS listed, any_value(l.erp) FILTER (l.offer = e.est) AS listed_erp,
    any_value(l.cost) FILTER (l.offer = e.base AND l.term = 'P1M' AND l.plan = 'Monthly') AS m,
    any_value(l.erp) FILTER (l.offer = e.base AND l.term = 'P1M' AND l.plan = 'Monthly') AS m_erp,
    any_value(l.cost) FILTER (l.offer = e.base AND l.term = 'P1Y' AND l.plan = 'Annual') AS a,
    any_value(l.erp) FILTER (l.offer = e.base AND l.term = 'P1Y' AND l.plan = 'Annual') AS a_erp,
    any_value(l.cost) FILTER (l.offer = e.base AND l.term = 'P1Y' AND l.plan = 'Monthly') AS am,
    any_value(l.erp) FILTER (l.offer = e.base AND l.term = 'P1Y' AND l.plan = 'Monthly') AS am_erp
  FROM est_bounds e JOIN lines l ON (l.offer = e.base OR l.offer = e.est) AND l.from_day <= e.day AND e.day < l.to_day
  GROUP BY e.base, e.est, e.day
),
est_lines AS (
  SELECT base, day AS from_day, lead(day, 1, DATE '9999-12-31') OVER (PARTITION BY base ORDER BY day) AS to_day,
    coalesce(listed, hu(m * (1 + uplift_monthly)), hu(coalesce(a, am) * (1 + uplift_no_monthly))) AS cost,
    coalesce(listed_erp, hu(m_erp * (1 + uplift_monthly)), hu(coalesce(a_erp, am_erp) * (1 + uplift_no_monthly))) AS erp,
    coalesce(am, a, m) AS base_cost, coalesce(am_erp, a_erp, m_erp) AS base_erp
  FROM est_parts, run
),
-- §3: what becomes exposed, and from which day.
outcomes AS (
  SELECT s.*, p.base IS NOT NULL AS in_est, coalesce(p.base, s.offer) AS base, s.end_day + 1 AS anchor,
    CASE WHEN p.base IS NOT NULL THEN r.as_of ELSE s.end_day + 1 END AS s_day
  FROM subscriptions s CROSS JOIN run r LEFT JOIN pairs p ON p.est = s.offer
  WHERE s.in_scope = 1 AND (
    p.base IS NOT NULL
    OR s.action = 'RenewToExtendedServiceTerm'
    OR (s.action = '' AND s.auto_renew = 0 AND s.start_day >= DATE '2025-04-01' AND s.end_day >= DATE '2026-05-04'))
),
exposed AS (
  SELECT o.*, f.offer AS sku_offer, greatest(o.s_day, r.as_of) AS from_day,
    CASE WHEN in_est AND action IN ('Cancel', 'RenewToNewTerm', 'Transition')
      THEN least(r.window_end, greatest(anchor, r.as_of)) ELSE r.window_end END AS stop,
    in_est AND action IN ('Cancel', 'RenewToNewTerm', 'Transition') AND greatest(anchor, r.as_of) <= r.window_end AS refunds,
    f.currency, r.as_of
  FROM outcomes o JOIN offers f ON f.offer = o.offer CROSS JOIN run r
  WHERE o.s_day < r.window_end
),
-- §2: what a seat costs now, what it would cost renewed, and what the customer pays (§6).
locks AS (
  SELECT e.*,
    CASE WHEN in_est THEN x.base_cost ELSE coalesce(l.cost, n.cost) * (1 - e.promotion) END AS current_unit,
    CASE WHEN in_est THEN x.base_erp ELSE coalesce(l.erp, n.erp) * (1 - e.promotion) END AS current_erp,
    CASE WHEN in_est THEN x.base_cost ELSE w.cost END AS renew_unit
  FROM exposed e
  LEFT JOIN lines l ON l.sale = e.sale AND l.from_day <= e.start_day AND e.start_day < l.to_day
  LEFT JOIN lines n ON n.sale = e.sale AND n.from_day <= e.as_of AND e.as_of < n.to_day
  LEFT JOIN lines w ON w.sale = e.sale AND w.from_day <= e.s_day AND e.s_day < w.to_day
  JOIN est_lines x ON x.base = e.base AND x.from_day <= e.s_day AND e.s_day < x.to_day
),
payers AS (
  SELECT k.*,
    coalesce(o.rule_kind, c.rule_kind, r.rule_kind) AS kind, coalesce(o.rule_value, c.rule_value, r.rule_value) AS value,
    coalesce(c.pass_through, false) AS pass_through, c.cap,
    greatest(coalesce(c.notice_given, r.as_of) + coalesce(c.notice_days, 0), coalesce(c.locked_until + 1, DATE '1970-01-01')) AS pay_from
  FROM locks k CROSS JOIN run r
  LEFT JOIN contracts c ON c.customer = k.customer
  LEFT JOIN own_rules o ON o.row = k.row
  WHERE k.current_unit IS NOT NULL AND k.renew_unit IS NOT NULL
),
-- §4: cycles anchored on the day after the term end.
cycles AS (
  SELECT p.*, ruled(p.kind, p.value, p.current_unit, p.current_erp) AS p0,
    CAST(p.anchor + to_months(k) AS DATE) AS a, CAST(p.anchor + to_months(k + 1) AS DATE) AS b
  FROM payers p, ks
  WHERE p.anchor + to_months(k) < p.stop AND p.anchor + to_months(k + 1) > p.from_day
),
priced AS (
  SELECT c.currency, c.seats, c.refunds, c.as_of, c.a, c.current_unit, c.renew_unit, c.p0, c.pass_through, c.cap, c.pay_from,
    c.b - c.a AS days, least(c.b, c.stop) - greatest(c.a, c.from_day) AS used,
    x.cost AS e, ruled(c.kind, c.value, x.cost, x.erp) AS p1
  FROM cycles c JOIN est_lines x ON x.base = c.base AND x.from_day <= c.a AND c.a < x.to_day
),
paid AS (
  SELECT *,
    CASE WHEN p1 <= p0 THEN p1 WHEN NOT pass_through THEN p0 WHEN cap IS NULL THEN p1 ELSE least(p1, hu(p0 * (1 + cap))) END AS allowed
  FROM priced
),
amounts AS (
  SELECT currency, date_trunc('month', greatest(a, as_of)) AS month,
    CASE WHEN used = days THEN hu(e * seats)
      WHEN refunds AND a >= as_of THEN hu(e * seats) - seats * hu(e * (days - used) / days)
      ELSE hu(hu(e * seats) * used / days) END AS est,
    hu(current_unit * seats * used / days) AS current,
    hu(renew_unit * seats * used / days) AS renew,
    hu((p1 - p0) * seats * used / days) AS need,
    CASE WHEN a >= pay_from THEN hu((allowed - p0) * seats * used / days) ELSE 0 END AS passed,
    CASE WHEN a >= pay_from THEN 0 ELSE hu((allowed - p0) * seats * used / days) END AS delayed
  FROM paid
)
SELECT strftime(month, '%Y-%m') AS month, currency, sum(est) AS est, sum(current) AS current, sum(renew) AS renew,
  sum(passed) AS passed, sum(delayed) AS delayed, sum(need) - sum(passed) - sum(delayed) AS absorbed
FROM amounts
GROUP BY ALL
ORDER BY ALL;
