/**
 * Where each contact's facts were read, by its id: a page and, if the page has one, its date.
 *
 * Kept for the person who checks a number. Nothing that ships imports this; `npm run directory` prints it with the contacts.
 */
export const hertfordshireSources: Readonly<Record<string, readonly string[]>> = {
  'police-999': [
    'Ofcom, emergency video relay: https://www.ofcom.org.uk/phones-and-broadband/accessibility/emergency-video-relay/',
    'Ofcom evaluation, 2025-05-30: https://www.ofcom.org.uk/phones-and-broadband/accessibility/ex-post-evaluation-of-our-emergency-video-relay-regulation',
    'East of England Ambulance (text and relay): https://www.eastamb.nhs.uk/your-service/contacting-999-with-speech-or-hearing-impairment.htm',
    'Kael Tripton explainer on 999 SMS, 2026-06-05: https://www.kaeltripton.com/telecoms/emergency-sms-deaf-users-uk/',
  ],
  'police-101': [
    'UKPOL, 101 free from 1 April 2020: https://www.ukpol.org.uk/2020/03/31/101-phone-number-free-from-april-1-2020/',
    'BBC, 2019-05-28: https://www.bbc.co.uk/news/uk-48423791',
    'Mature Times (24 hours): http://www.maturetimes.co.uk/call-999-101/',
    'Cambridgeshire Police accessible contact: https://www.contactcambspolice.uk/Contact/Accessible.aspx',
  ],
  'herts-police': [
    'Watford Borough Council (quote HALO): https://www.watford.gov.uk/info/20010/your_environment/203/community_safety/12',
    'Herts for Learning, The Grid, 2023-08-08: https://thegrid.org.uk/safeguarding-and-child-protection/child-protection/specific-safeguarding-issues/child-sexual-and-criminal-exploitation',
    'Hertfordshire Constabulary news, 2022-03-17: https://www.herts.police.uk/news/hertfordshire/2022/march/hertfordshire-constabulary-shows-support-for-national-child-exploitation-awareness-day/',
    'Hitchin Nub News (live chat and report page), about 2025: https://hitchin.nub.news/news/local-news/new-live-chat-service-launched-by-herts-police-256761',
    'Hertfordshire Citizens Academy: https://www.hertscitizensacademy.org/module.php?id=77',
  ],
  'herts-childrens-services': [
    'Hertfordshire SCP procedures, refreshed 2025-11: https://hertfordshirescp.trixonline.co.uk/chapter/contacts-and-referrals',
    'Three Rivers District Council: https://www.threerivers.gov.uk/services/community-and-living/safeguarding',
    'East Herts District Council (out of hours too): https://www.eastherts.gov.uk/community-and-health/safeguarding-children-and-vulnerable-adults',
    'The Grid, 2020-03-19: http://www.thegrid.org.uk/info/welfare/child_protection/referral/consultation.shtml',
    'Hoddesdon Children’s Centres (out of hours too): http://hoddesdoncc.org.uk/safeguarding',
    'Hertfordshire County Council, page on child sexual exploitation (copy read undated): https://www.hertfordshire.gov.uk/cse',
  ],
  'govuk-report-child-abuse': [
    'UseSafeWeb evidence note, checked 2026-08-28',
    'East Cambridgeshire copy of the guidance: https://eastcambs.gov.uk/content/report-child-abuse',
    'Citizens Advice: https://www.citizensadvice.org.uk/family/children-and-young-people/protecting-children/reporting-child-abuse',
    'HMCTS family court code links the same pages',
  ],
  'nspcc-helpline': [
    'Parent Tech Safety help page (number, phone and email hours), links checked 2026-09-21',
    'UseSafeWeb evidence note (number and page), 2026-08-28',
    'NSPCC Learning: https://learning.nspcc.org.uk/research-resources/briefings/preventing-abuse-positions-of-trust',
    'Acemyexam policy (Monday to Friday, 10am to 4pm)',
    'NSPCC older pages: https://safeguardingtool.nspcc.org.uk/what-you-can-do/report-abuse/',
  ],
  childline: [
    'UseSafeWeb note, 2026-08-28',
    'Helpline data (open round the clock, under 19s), checked 2026-06-22',
    'East Cambridgeshire copy of GOV.UK (phone bill): https://eastcambs.gov.uk/content/report-child-abuse',
    'Hartlepool Mail, NSPCC column, 2021-11-01',
    'Sunderland Echo, NSPCC column, 2022-08-28',
  ],
  crimestoppers: [
    'Crimestoppers contact centre: https://crimestoppers-uk.org/about-the-charity/who-we-are/our-people/our-contact-centre',
    'Crimestoppers, what we do with your information: https://crimestoppers-uk.org/give-information/what-we-do-with-your-information',
    'High Sheriff of Surrey, 2023-02-06: https://www.highsheriffofsurrey.com/2023/02/06/crimestoppers/',
    'The Grid, 2023-08-08',
  ],
  fearless: [
    'Crimestoppers, Fearless news, 2024: https://crimestoppers-uk.org/fearless/news/2024/report-remove',
    'Crimestoppers contact centre: https://crimestoppers-uk.org/about-the-charity/who-we-are/our-people/our-contact-centre',
  ],
  ceop: [
    'CEOP, guidance for a concerned adult: https://www.ceop.police.uk/Safety-Centre/Should-I-make-a-report-to-CEOP-YP/Should-I-make-a-report-to-CEOP-concerned-adult/ (through the UseSafeWeb note, 2026-08-28)',
    'CEOP Education: https://www.ceopeducation.co.uk/parents/get-help/reporting-an-incident/',
    'CEOP: https://prod.ceop.police.uk/Safety-Centre/What-happens-when-I-make-a-report-YP/What-happens-when-I-make-a-report-concerned-adult',
  ],
  iwf: [
    'IWF questions: https://www.iwf.org.uk/faqs/',
    'IWF report page: https://www.iwf.org.uk/report',
    'Crystaline: https://crystaline.uk/what-happens-when-you-report-an-inappropriate-image-online/',
  ],
  'report-remove': [
    'Childline (older address): https://www.childline.org.uk/info-advice/bullying-abuse-safety/online-mobile-safety/report-remove-down/',
    'Fearless, 2024: https://crimestoppers-uk.org/fearless/news/2024/report-remove',
    'Page with the address, checked 2026-09-21',
  ],
  'missing-people-safecall': [
    'London Post, SafeCall launch, 2026-01: https://london-post.co.uk/missing-people-launches-safecall-a-lifeline-for-children-and-young-people-at-risk',
    'Independent, launch: https://www.independent.co.uk/news/uk/home-news/missing-people-safecall-campaign-children-b2906645.html',
    'BritBrief (phone, text, chat, seven days): https://www.britbrief.co.uk/health/nhs/safecall-helpline-vital-support-for-missing-uk-children.html',
    'West Midlands Police: https://west-midlands.police.uk/news/working-support-missing-people-and-their-families',
  ],
  'modern-slavery-helpline': [
    'Helpline: http://www.modernslaveryhelpline.org',
    'Unseen, questions (free, confidential, 365 days): https://www.unseenuk.org/faqs-potential-victims/',
    'Unseen, 2024 funding news: https://www.unseenuk.org/modern-slavery-helpline-wins-1-million-in-funding/',
    'Three Rivers District Council',
  ],
  'british-transport-police': [
    'BTP, how to use our text number: https://www.btp.police.uk/police-forces/british-transport-police/areas/campaigns/How-to-use-our-text-number/',
    'BTP questions: https://www.btp.police.uk/advice_and_information/faqs.aspx',
    'Gazette, 2021: https://www.gazette-news.co.uk/news/19400237.train-crime-contact-british-transport-police/',
  ],
  samaritans: [
    'Samaritans: https://www.samaritans.org/how-we-can-help/contact-samaritan/',
    'Civil Society, 2015: https://civilsociety.co.uk/news/samaritans-helpline-now-free-to-call.html',
    'University of Sunderland, 2021',
    'Two pages checked 2026-09-21',
  ],
  shout: [
    'Mental Health Innovations: https://mentalhealthinnovations.org/news-and-information/reports-and-research/two-million-conversations/introduction/',
    'Charity Today: https://www.charitytoday.co.uk/mental-health-innovations-delivers-2-3m-value-to-charity-sector/',
    'Civil Society, 2024-08-14: https://civilsociety.co.uk/news/mental-health-charities-merge-with-aim-to-strengthen-early-intervention-offer.html',
  ],
  'victim-support': [
    'Victim Support, 2020: https://www.victimsupport.org.uk/247-support-still-available-victims-crime/',
    'Victim Support press, 2020-04-23: https://www.victimsupport.org.uk/press-releases/victim-support-expands-online-support-help-people-affected-crime/',
    'Ten public code files agree on the number',
  ],
  'herts-beacon': [
    'Catch22: https://catch-22.org.uk/resources/hrh-the-princess-royal-visits-beacon-victim-care',
    'Beacon: http://www.hertfordshirebeacon.org/tags/victims-rights',
    'Hertfordshire Commissioner, 2020-02: https://hertscommissioner.org/2020-02-year-of-beacon-launched-as-250000-people-supported-by-hertfordshires-victim-care-centre',
  ],
  'nhs-sarc': [
    'NHS England, 2026-02-02: https://www.england.nhs.uk/north-east-yorkshire/2026/02/02/nhs-urges-survivors-of-sexual-assault-to-come-forward-for-specialist-support',
  ],
  'rape-crisis-247': [
    'Rape Crisis, questions (16 and over, 24 hours, free): https://247sexualabusesupport.org.uk/faqs/',
    'Number: a public code file, 2026',
  ],
  'stop-it-now': [
    'Stop It Now helpline: https://www.stopitnow.org.uk/helpline/',
    'How it works: https://www.stopitnow.org.uk/how-we-prevent-child-sexual-abuse/how-the-stop-it-now-helpline-works/',
  ],
  'ivison-trust': [
    'Ivison Trust: https://ivisontrust.org.uk/parents-keep-fighting-for-their-child/',
    'Charlton Manor School (Pace is now Ivison Trust): https://charltonmanorprimary.co.uk/child-sexual-abuse-exploitation',
    'Pace, our story: https://paceuk.info/about-pace/our-story/',
  ],
  'nspcc-whistleblowing': [
    'NSPCC: https://www.nspcc.org.uk/keeping-children-safe/reporting-abuse/dedicated-helplines/whistleblowing-advice-line/',
    'PACEY, 2016: https://www.pacey.org.uk/news-and-views/news/archive/2016-news/february-2016/new-whistleblowing-advice-line-launched/',
    'Bedfordshire LSCB, 2016',
  ],
};
